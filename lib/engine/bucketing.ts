import { attributeName, compileAttribute } from './attributes';
import { type Bucketer, type BucketPurpose, compileBucketer } from './bucket';
import type { Scope } from './model';
import type { BucketTrace } from './trace';
import { unitOf } from './unit';
import { errorVerdict, type FlagSource } from './verdicts';
import type { Verdict } from './types';

/** One salt and unit of a rollout or split. */
export interface Bucketing {
  purpose: BucketPurpose;
  /** The attribute that is bucketed. */
  unit: string;
  isTargetingKey: boolean;
  /** The unit's value, or null when it is missing. */
  read(scope: Scope): string | null;
  /** Null when the flag's algorithm is not one this version knows: then `unknown` is the answer. */
  bucketer: Bucketer | null;
  unknown: Verdict;
  keyMissing: Verdict;
}

export function compileBucketing(
  source: FlagSource,
  purpose: BucketPurpose,
  { unit = 'targetingKey', seed }: { unit?: string; seed?: string },
): Bucketing {
  const { algorithm, salt } = source.definition;
  const isTargetingKey = attributeName(unit) === 'targetingKey';
  const readAttribute = compileAttribute(unit);
  return {
    purpose,
    unit,
    isTargetingKey,
    read: isTargetingKey ? (scope) => scope.subject : (scope) => unitOf(readAttribute(scope)),
    bucketer: compileBucketer(algorithm, seed ?? salt, purpose),
    unknown: errorVerdict(source, 'GENERAL', 'The flag uses a bucketing algorithm that this version does not know.'),
    keyMissing: errorVerdict(source, 'TARGETING_KEY_MISSING', 'The context has no targetingKey.'),
  };
}

/** Explains a bucket: the value hashed, where it fell, and the ranges it was held against. */
export function traceBucket(
  { purpose, unit, bucketer }: Bucketing,
  value: string | null,
  ranges: { variant: string | null; from: number; to: number }[],
): BucketTrace {
  const bucket = value === null || bucketer === null ? null : bucketer(value);
  const isIn = (from: number, to: number): boolean => bucket !== null && from <= bucket && bucket < to;
  return {
    purpose,
    unit,
    value,
    bucket,
    ranges: ranges.map((range) => ({ ...range, holds: isIn(range.from, range.to) })),
  };
}
