import type { FlagEntry, Scope } from './model';
import type { TraceStep } from './trace';
import type { Verdict } from './types';
import { notFoundVerdict } from './verdicts';

/** Asks a flag's steps in order; the first answer wins. With a trace, the steps behind it are recorded as skipped. */
export function walk(entry: FlagEntry, scope: Scope, trace: TraceStep[] | null): Verdict {
  let answer: Verdict | null = null;
  for (const step of entry.compiled?.steps ?? []) {
    if (answer === null) answer = step.decide(scope, entry, trace);
    else if (trace !== null) step.skip(trace);
    if (answer !== null && trace === null) return answer;
  }
  return answer ?? notFoundVerdict(entry.key);
}
