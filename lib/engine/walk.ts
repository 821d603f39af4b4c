import type { FlagEntry, Scope } from './model';
import type { TraceStep } from './trace';
import type { Verdict } from './types';
import { notFoundVerdict } from './verdicts';

/** Asks a flag's steps in order; the first answer wins. With a trace, the steps behind it are recorded as skipped. */
export function walk(entry: FlagEntry, scope: Scope, trace: TraceStep[] | null): Verdict {
  const { compiled } = entry;
  if (compiled === null) return notFoundVerdict(entry.key);
  const steps = trace === null ? compiled.active : compiled.steps;
  let answer: Verdict | null = null;
  for (let index = 0; index < steps.length; index += 1) {
    if (answer === null) answer = steps[index]?.decide(scope, entry, trace) ?? null;
    else if (trace !== null) steps[index]?.skip(trace);
    if (answer !== null && trace === null) return answer;
  }
  return answer ?? compiled.notFound;
}
