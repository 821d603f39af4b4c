import type { TraceStep } from '@/lib/engine/trace';

/** Steps with nothing to say about this flag, which would only be in the way. */
const SILENT = [
  'found.yes',
  'killed.no',
  'codeDefault.notFollowed',
  'override.none',
  'override.noTenant',
  'memberships.none',
  'prerequisites.none',
];
/** Steps that are shown only when they say something. */
const OPTIONAL: readonly TraceStep['step'][] = [
  'found',
  'killed',
  'codeDefault',
  'override',
  'memberships',
  'prerequisites',
];

/** The steps worth showing, in the order of evaluation. */
export function shownSteps(trace: readonly TraceStep[]): TraceStep[] {
  return trace.filter(({ step, verdict, message }) => {
    if (SILENT.includes(message.id)) return false;
    return !(verdict === 'skipped' && OPTIONAL.includes(step));
  });
}
