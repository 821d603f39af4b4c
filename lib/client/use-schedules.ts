'use client';

import { useQuery } from '@tanstack/react-query';
import type { Page } from '@/lib/services/page';
import type { ScheduleRunView, ScheduleView } from '@/lib/services/schedules/types';
import { adminPath, fetchJson } from './fetch-json';
import { queryKeys } from './query-keys';

/** The schedules of a flag in an environment that may still do something. */
export function useFlagSchedules(project: string, flag: string, environment: string) {
  const query = { flag, environment, status: 'open', limit: 50 };
  return useQuery({
    queryKey: [...queryKeys.schedules(project), 'flag', flag, environment],
    queryFn: ({ signal }) => fetchJson<Page<ScheduleView>>(adminPath(project, ['schedules'], query), { signal }),
    staleTime: 10_000,
  });
}

/** One schedule; `initial` is what the list holds. Null asks for nothing. */
export function useSchedule(project: string, id: string | null, initial?: ScheduleView) {
  return useQuery({
    queryKey: [...queryKeys.schedules(project), 'one', id],
    queryFn: ({ signal }) => fetchJson<ScheduleView>(adminPath(project, ['schedules', id ?? '']), { signal }),
    enabled: id !== null,
    placeholderData: initial,
    retry: false,
  });
}

/** What became of a schedule's runs, the newest first. */
export function useScheduleRuns(project: string, id: string) {
  return useQuery({
    queryKey: [...queryKeys.schedules(project), 'one', id, 'runs'],
    queryFn: ({ signal }) =>
      fetchJson<Page<ScheduleRunView>>(adminPath(project, ['schedules', id, 'runs'], { limit: 50 }), { signal }),
  });
}
