'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { shareCalendar, unshareCalendar } from '@/lib/actions/calendar';
import type { CalendarLink } from '@/lib/services/calendar/types';
import { adminPath, fetchJson } from './fetch-json';
import { queryKeys } from './query-keys';
import { useAction } from './use-action';

/** One's own calendar link of a project: since when there is one, making and ending it. */
export function useCalendarLink(project: string, enabled: boolean) {
  const client = useQueryClient();
  const queryKey = queryKeys.calendar(project, { link: true });
  const refresh = () => client.invalidateQueries({ queryKey });
  const link = useQuery({
    queryKey,
    queryFn: ({ signal }) =>
      fetchJson<{ createdAt: string | null }>(adminPath(project, ['calendar', 'feed']), { signal }),
    enabled,
  });
  const share = useAction<CalendarLink, void>(() => shareCalendar(project), { onSettled: refresh });
  const unshare = useAction<void, void>(() => unshareCalendar(project), { onSettled: refresh });
  return { since: link.data?.createdAt ?? null, isKnown: link.isSuccess, share, unshare };
}
