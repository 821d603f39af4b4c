import { checkRecurrence } from '@/lib/changes/check-recurrence';
import { issue, refuse } from '@/lib/changes/issue';
import { resolveWindow } from '@/lib/changes/resolve-window';
import { trueVariant } from '@/lib/engine/verdicts';
import type { FlagDefinition, MembershipBody, Recurrence, TimeWindow } from '@/lib/engine/types';
import { serviceError } from '../errors';
import { definitionOf } from '../flags/definition-of';
import type { FlagRow } from '../flags/flag-row';

function refused(path: string, code: string, message: string): Error {
  return serviceError('refused', code, { issues: [{ path, code, message }] });
}

/** The variant that is meant. Throws 422 for one that the flag has not, and where none is named and none is true. */
export function membershipVariant(row: FlagRow, asked: string | undefined): string {
  const definition: FlagDefinition = definitionOf(row);
  if (asked !== undefined) {
    if (definition.variants.some(({ key }) => key === asked)) return asked;
    throw refused('variant', 'unknown_variant', 'The flag has no such variant.');
  }
  const meant = definition.type === 'boolean' ? trueVariant(definition) : null;
  if (meant === null) throw refused('variant', 'variant_needed', 'Say which variant it is.');
  return meant;
}

/** A window with both instants, as it is stored. Throws what `resolveWindow` does, and where it ends before it starts. */
export function membershipWindow(draft: TimeWindow): Pick<MembershipBody, 'startsAt' | 'endsAt'> & TimeWindow {
  const { startsAt, endsAt, ...days } = resolveWindow(draft, '');
  if (startsAt === undefined || endsAt === undefined) throw new Error('a window without both edges');
  // Stored instants are written in one form, so that they compare as texts.
  if (endsAt <= startsAt) refuse([issue('endsAt', 'window_order')]);
  if (days.recurring !== undefined) refuse(checkRecurrence(days.recurring, 'recurring'));
  return { startsAt, endsAt, ...days };
}

interface AskedWindow extends Omit<TimeWindow, 'recurring'> {
  /** Null takes the hours away. */
  recurring?: Recurrence | null;
}

/** The window of a membership after a part was named anew; a day and hours that stay are read in the new zone. */
export function patchedWindow(body: MembershipBody, asked: AskedWindow): TimeWindow {
  const keepsStart = asked.startsAt === undefined && asked.startDate === undefined;
  const keepsEnd = asked.endsAt === undefined && asked.endDate === undefined;
  const { startsAt, endsAt, startDate, endDate } = body;
  const timezone = asked.timezone ?? body.timezone;
  const { recurring = body.recurring, ...edges } = asked;
  return {
    ...edges,
    ...(keepsStart && (startDate === undefined ? { startsAt } : { startDate })),
    ...(keepsEnd && (endDate === undefined ? { endsAt } : { endDate })),
    ...(timezone !== undefined && { timezone }),
    ...(recurring && { recurring }),
  };
}
