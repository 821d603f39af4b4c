import type { Step } from '../model';
import type { StepName, TraceMessage, TraceMessageId, TraceStep } from '../trace';
import type { Verdict } from '../types';
import { errorVerdict, type FlagSource } from '../verdicts';

export function message(id: TraceMessageId, params: Record<string, string | number> = {}): TraceMessage {
  return { id, params };
}

/** Whether a step answered, as its trace says it. */
export function outcome(verdict: Verdict | null): 'answered' | 'passed' {
  return verdict === null ? 'passed' : 'answered';
}

/** The trace of a step that an earlier one kept from being asked. */
export function notReached(step: Exclude<StepName, 'rule'>): () => TraceStep[] {
  return () => [{ step, verdict: 'skipped', message: message('step.notReached') }];
}

/** A step whose configuration this version cannot read: reaching it is an error of this flag alone. */
export function unreadableStep(source: FlagSource, step: StepName): Step {
  const verdict = errorVerdict(source, 'GENERAL', 'A part of the flag cannot be read by this version.');
  const entry = (said: 'answered' | 'skipped', id: TraceMessageId): TraceStep => {
    const base = { verdict: said, message: message(id, { step }) };
    return step === 'rule' ? { step, ...base, index: 0, ruleId: '', name: '' } : { step, ...base };
  };
  return {
    name: step,
    isIdle: () => false,
    decides: [() => verdict],
    describe: () => [entry('answered', 'step.cannotRead')],
    skip: () => [entry('skipped', 'step.notReached')],
  };
}
