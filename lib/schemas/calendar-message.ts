/** What a calendar tells of: entries have these fields, whoever words them. */
interface Told {
  kind: 'schedule' | 'plan' | 'request' | 'ramp' | 'window' | 'membership' | 'override';
  what: string;
  count: number;
  frequent: boolean;
  outcome: string | null;
  number: number | null;
}

export type CalendarMessage =
  | 'scheduleRun'
  | 'scheduleRuns'
  | 'scheduleDone'
  | 'planStep'
  | 'planEnds'
  | 'requestApplied'
  | 'requestOpen'
  | 'ramp'
  | 'window'
  | 'membershipsStart'
  | 'membershipsEnd'
  | 'overridesEnd';

function idOf({ kind, what, frequent, outcome }: Told): CalendarMessage {
  switch (kind) {
    case 'schedule':
      return outcome !== null ? 'scheduleDone' : frequent ? 'scheduleRuns' : 'scheduleRun';
    case 'plan':
      return what === 'step' ? 'planStep' : 'planEnds';
    case 'request':
      return outcome === 'open' ? 'requestOpen' : 'requestApplied';
    case 'membership':
      return what === 'starts' ? 'membershipsStart' : 'membershipsEnd';
    case 'override':
      return 'overridesEnd';
    default:
      return kind;
  }
}

/** The message of the catalogue `calendar.entry` that words an entry, with its values; steps are counted from 1. */
export function calendarMessage(told: Told): { id: CalendarMessage; values: Record<string, string | number> } {
  const number = (told.number ?? 0) + (told.kind === 'plan' ? 1 : 0);
  return { id: idOf(told), values: { count: told.count, number, outcome: told.outcome ?? 'none' } };
}
