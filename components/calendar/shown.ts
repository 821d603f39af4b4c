import type { CalendarEntry, CalendarKind, CalendarView } from '@/lib/services/calendar/types';

/** What of a calendar is shown, and by day what is not listed. */
export interface Shown {
  entries: readonly CalendarEntry[];
  more: ReadonlyMap<string, number>;
}

export interface Choice {
  hidden: readonly CalendarKind[];
  onlyCollisions: boolean;
}

/** Leaves out kinds that are hidden and, if asked, what meets nothing else. */
export function shownOf(
  { items, more }: Pick<CalendarView, 'items' | 'more'>,
  { hidden, onlyCollisions }: Choice,
): Shown {
  return {
    entries: items.filter(({ kind, collides }) => !hidden.includes(kind) && (!onlyCollisions || collides.length > 0)),
    more: new Map(more.map(({ day, count }) => [day, count])),
  };
}
