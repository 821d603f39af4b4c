import { ALL, cut } from './bucket';
import { type Bucketing, compileBucketing, traceBucket } from './bucketing';
import type { Scope } from './model';
import { type CompiledRamp, compileRamp, rampAt } from './ramp';
import type { RuleTrace } from './trace';
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
export function decideRollout(rollout: CompiledRollout, scope: Scope, trace: RuleTrace | null): RolloutAnswer {
  const { bucketing, ramp } = rollout;
  const ends = ramp === null ? rollout.ends : [rampAt(ramp, scope.now)];
  const share = ends[0] ?? 0;
  const needsBucket = share > 0 && share < ALL;
  const value = needsBucket ? bucketing.read(scope) : null;
  const position = value === null || bucketing.bucketer === null ? null : bucketing.bucketer(value);
  if (trace !== null) {
    trace.rollout = traceBucket(bucketing, value, position, [{ variant: null, from: 0, to: share }]);
  }
  if (!needsBucket) return share > 0 ? 'all' : 'out';
  if (bucketing.bucketer === null) return bucketing.unknown;
  if (position === null) return bucketing.isTargetingKey ? bucketing.keyMissing : 'missing';
  return cut(position, ends) === 0 ? 'in' : 'out';
}
