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
  /** Ends of the one range, for a percentage; a ramp has its share at the time. */
  ends: readonly number[];
}

/** Throws a TypeError unless there is a percentage or a ramp, and not both. */
export function compileRollout(source: FlagSource, rollout: Rollout): CompiledRollout {
  const { percentage, ramp } = rollout;
  if ((percentage === undefined) === (ramp === undefined)) throw new TypeError('A rollout cannot be read.');
  if (percentage !== undefined && !Number.isInteger(percentage)) throw new TypeError('A rollout cannot be read.');
  return {
    bucketing: compileBucketing(source, 'in', rollout),
    ramp: ramp === undefined ? null : compileRamp(ramp),
    ends: [percentage ?? 0],
  };
}

/** Whether the unit is in at the scope's instant. */
export function decideRollout(rollout: CompiledRollout, scope: Scope): RolloutAnswer {
  const { bucketing } = rollout;
  const ends = endsAt(rollout, scope.now);
  const share = ends[0] ?? 0;
  if (share <= 0) return 'out';
  if (share >= ALL) return 'all';
  if (bucketing.bucketer === null) return bucketing.unknown;
  const value = bucketing.read(scope);
  if (value === null) return bucketing.isTargetingKey ? bucketing.keyMissing : 'missing';
  return cut(bucketing.bucketer(value), ends) === 0 ? 'in' : 'out';
}

/** How the rollout's bucket fell. */
export function describeRollout(rollout: CompiledRollout, scope: Scope): BucketTrace {
  const share = endsAt(rollout, scope.now)[0] ?? 0;
  const value = share > 0 && share < ALL ? rollout.bucketing.read(scope) : null;
  return traceBucket(rollout.bucketing, value, [{ variant: null, from: 0, to: share }]);
}

function endsAt({ ramp, ends }: CompiledRollout, now: number): readonly number[] {
  return ramp === null ? ends : [rampAt(ramp, now)];
}
