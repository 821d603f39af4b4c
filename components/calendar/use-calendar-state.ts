'use client';

import { parseAsArrayOf, parseAsBoolean, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { useTickingNow } from '@/components/shared/now-provider';
import { useReaderZone } from '@/components/memberships/use-reader-zone';
import { zoneClock } from '@/lib/changes/zone';
import type { CalendarKind } from '@/lib/services/calendar/types';
import { CALENDAR_VIEWS, type CalendarViewName, dayAt } from './calendar-days';
import { KIND_COLORS } from './kind-color';
import type { Choice } from './shown';

const KINDS = Object.keys(KIND_COLORS) as CalendarKind[];

/** What a calendar shows; all of it is in the address. */
export interface CalendarState {
  view: CalendarViewName;
  /** The day shown, or one of those shown. */
  date: string;
  today: string;
  now: number;
  environment: string | null;
  flag: string | null;
  timezone: string;
  choice: Choice;
  set(change: {
    view?: CalendarViewName;
    date?: string | null;
    environment?: string | null;
    flag?: string | null;
    timezone?: string | null;
    choice?: Partial<Choice>;
  }): void;
}

export function useCalendarState(): CalendarState {
  const reader = useReaderZone();
  const now = useTickingNow();
  const [asked, setAsked] = useQueryStates({
    view: parseAsStringLiteral(CALENDAR_VIEWS).withDefault('week'),
    date: parseAsString,
    env: parseAsString,
    flag: parseAsString,
    zone: parseAsString,
    hide: parseAsArrayOf(parseAsStringLiteral(KINDS)).withDefault([]),
    collisions: parseAsBoolean.withDefault(false),
  });
  const timezone = asked.zone !== null && zoneClock(asked.zone) ? asked.zone : reader;
  const today = dayAt(now, timezone);
  return {
    view: asked.view,
    date: asked.date ?? today,
    today,
    now,
    environment: asked.env,
    flag: asked.flag,
    timezone,
    choice: { hidden: asked.hide, onlyCollisions: asked.collisions },
    set({ environment, timezone: zone, choice, ...change }) {
      void setAsked({
        ...change,
        ...(environment !== undefined && { env: environment }),
        ...(zone !== undefined && { zone: zone === reader ? null : zone }),
        ...(choice?.hidden && { hide: choice.hidden.length > 0 ? [...choice.hidden] : null }),
        ...(choice?.onlyCollisions !== undefined && { collisions: choice.onlyCollisions || null }),
      });
    },
  };
}
