import type { FlagEntry, Scope } from './model';
import type { TraceStep } from './trace';
import type { Verdict } from './types';
import { notFoundVerdict } from './verdicts';

/** Asks a flag's steps in order; the first answer wins. */
export function walk(entry: FlagEntry, scope: Scope): Verdict {
  const { active } = entry;
  for (let index = 0; index < active.length; index += 1) {
    const verdict = active[index]?.(scope, entry) ?? null;
    if (verdict !== null) return verdict;
  }
  return entry.compiled?.notFound ?? notFoundVerdict(entry.key);
}

/** The same walk over all rows of the list, with what each has to say of itself. */
export function walkAloud(entry: FlagEntry, scope: Scope): { verdict: Verdict; trace: TraceStep[] } {
  const trace: TraceStep[] = [];
  let answer: Verdict | null = null;
  for (const step of entry.compiled?.steps ?? []) {
    if (answer !== null) {
      trace.push(...step.skip());
      continue;
    }
    for (const decide of step.decides) answer ??= decide(scope, entry);
    trace.push(...step.describe(scope, entry, answer));
  }
  return { verdict: answer ?? notFoundVerdict(entry.key), trace };
}
