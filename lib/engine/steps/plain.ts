import type { Step } from '../model';
import type { StepName, StepVerdict, TraceMessage, TraceMessageId, TraceStep } from '../trace';
import { errorVerdict, type FlagSource } from '../verdicts';

export function message(id: TraceMessageId, params: Record<string, string | number> = {}): TraceMessage {
  return { id, params };
}

/** The `skip` of a step that is one entry of the trace. */
export function notReached(step: Exclude<StepName, 'rule'>): (trace: TraceStep[]) => void {
  return (trace) => {
    trace.push({ step, verdict: 'skipped', message: message('step.notReached') });
  };
}

/** A step whose configuration this version cannot read: reaching it is an error of this flag alone. */
export function unreadableStep(source: FlagSource, step: StepName): Step {
  const verdict = errorVerdict(source, 'GENERAL', 'A part of the flag cannot be read by this version.');
  const push = (trace: TraceStep[] | null, outcome: StepVerdict, id: TraceMessageId): void => {
    const base = { verdict: outcome, message: message(id, { step }) };
    trace?.push(step === 'rule' ? { step, ...base, index: 0, ruleId: '', name: '' } : { step, ...base });
  };
  return {
    name: step,
    isIdle: () => false,
    decide(_scope, _entry, trace) {
      push(trace, 'answered', 'step.cannotRead');
      return verdict;
    },
    skip: (trace) => push(trace, 'skipped', 'step.notReached'),
  };
}
