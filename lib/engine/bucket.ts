import { hashPrefix, murmur3 } from './hash';

/** All of a percentage or of the weights of a split, in thousandths of a percent. */
export const ALL = 100_000;

/** `in` decides who is in a rollout and `split` what they get, so that the two are independent. */
export type BucketPurpose = 'in' | 'split';
/** A unit's bucket, 0 to 99,999. */
export type Bucketer = (unit: string) => number;

/** The algorithm `murmur3-v1`: floor(h × 100000 / 2³²) over `<salt>:<purpose>:<unit>`. */
export function bucket(salt: string, purpose: BucketPurpose, unit: string): number {
  return Math.floor((murmur3(`${salt}:${purpose}:${unit}`) * ALL) / 0x100000000);
}

/** `bucket` for one salt and purpose, or null when the algorithm is not one this version knows. */
export function compileBucketer(algorithm: string, salt: string, purpose: BucketPurpose): Bucketer | null {
  if (algorithm !== 'murmur3-v1') return null;
  const prefix = hashPrefix(`${salt}:${purpose}:`);
  return (unit) => Math.floor((murmur3(unit, prefix) * ALL) / 0x100000000);
}

/** Index of the half-open range that holds the bucket, or -1. `ends` rise; range i runs from ends[i-1] (or 0). */
export function cut(position: number, ends: readonly number[]): number {
  for (let index = 0; index < ends.length; index += 1) {
    if (position < (ends[index] ?? 0)) return index;
  }
  return -1;
}
