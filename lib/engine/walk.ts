import type { FlagEntry, Scope } from './model';
import type { TraceStep } from './trace';
import type { Verdict } from './types';
import { notFoundVerdict } from './verdicts';

/** Asks a flag's steps in order; the first answer wins. With a trace, every step is asked or recorded as skipped. */
export function walk(entry: FlagEntry, scope: Scope, trace: TraceStep[] | null): Verdict {
  const steps = trace === null ? entry.active : (entry.compiled?.steps ?? []);
  let answer: Verdict | null = null;
  for (const step of steps) {
    if (answer === null) answer = step.decide(scope, entry, trace);
    else if (trace !== null) step.skip(trace);
    if (answer !== null && trace === null) return answer;
  }
  return answer ?? entry.compiled?.notFound ?? notFoundVerdict(entry.key);
}
