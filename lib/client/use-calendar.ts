'use client';

import { useQuery } from '@tanstack/react-query';
import type { CalendarView } from '@/lib/services/calendar/types';
import { adminPath, fetchJson } from './fetch-json';
import { queryKeys } from './query-keys';

export interface CalendarAsked {
  from: string;
  to: string;
  timezone: string;
  environment: string | null;
  flag: string | null;
}

/** What the server drew a page with. */
export interface InitialCalendar {
  asked: CalendarAsked;
  view: CalendarView;
}

/** What happens by the clock in a period. */
export function useCalendar(project: string, asked: CalendarAsked, initial: InitialCalendar) {
  const isInitial = JSON.stringify(hashed(initial.asked)) === JSON.stringify(hashed(asked));
  return useQuery({
    queryKey: queryKeys.calendar(project, asked),
    queryFn: ({ signal }) => fetchJson<CalendarView>(adminPath(project, ['calendar'], { ...asked }), { signal }),
    initialData: isInitial ? initial.view : undefined,
    // Of another zone, until this one's is there: the same things at the same instants.
    placeholderData: (before) => before ?? initial.view,
    refetchInterval: 60_000,
  });
}

const hashed = ({ from, to, timezone, environment, flag }: CalendarAsked) => [from, to, timezone, environment, flag];
