import { ALL, cut } from './bucket';
import { type Bucketing, compileBucketing, traceBucket } from './bucketing';
import type { Scope } from './model';
import { type CompiledRamp, compileRamp, rampAt } from './ramp';
import type { BucketTrace } from './trace';
import type { Rollout, Verdict } from './types';
import type { FlagSource } from './verdicts';

/** `all`: everybody is in, no bucket needed. `in`, `out`: a bucket decided. `missing`: there is no unit to bucket. */
export type RolloutAnswer = 'all' | 'in' | 'out' | 'missing' | Verdict;

export interface CompiledRollout {
  bucketing: Bucketing;
  ramp: CompiledRamp | null;
  percentage: number;
  /** Whether the unit is in at the scope's instant. */
  decide(scope: Scope): RolloutAnswer;
}

/** Throws a TypeError unless there is a percentage or a ramp, and not both. */
export function compileRollout(source: FlagSource, rollout: Rollout): CompiledRollout {
  const { percentage, ramp } = rollout;
  if ((percentage === undefined) === (ramp === undefined)) throw new TypeError('A rollout cannot be read.');
  if (percentage !== undefined && !Number.isInteger(percentage)) throw new TypeError('A rollout cannot be read.');
  const bucketing = compileBucketing(source, 'in', rollout);
  if (ramp === undefined) {
    const share = percentage ?? 0;
    return { bucketing, ramp: null, percentage: share, decide: deciderAt(bucketing, share) };
  }
  const compiled = compileRamp(ramp);
  const decide = (scope: Scope): RolloutAnswer => deciderAt(bucketing, rampAt(compiled, scope.now))(scope);
  return { bucketing, ramp: compiled, percentage: 0, decide };
}

function deciderAt(bucketing: Bucketing, share: number): CompiledRollout['decide'] {
  const { bucketer, unknown, read } = bucketing;
  if (share <= 0) return () => 'out';
  if (share >= ALL) return () => 'all';
  if (bucketer === null) return () => unknown;
  const whenMissing = bucketing.isTargetingKey ? bucketing.keyMissing : 'missing';
  const ends = [share];
  return (scope) => {
    const value = read(scope);
    if (value === null) return whenMissing;
    return cut(bucketer(value), ends) === 0 ? 'in' : 'out';
  };
}

/** How the rollout's bucket fell. */
export function describeRollout(rollout: CompiledRollout, scope: Scope): BucketTrace {
  const share = rollout.ramp === null ? rollout.percentage : rampAt(rollout.ramp, scope.now);
  const value = share > 0 && share < ALL ? rollout.bucketing.read(scope) : null;
  return traceBucket(rollout.bucketing, value, [{ variant: null, from: 0, to: share }]);
}
