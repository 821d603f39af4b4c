import { planDurationMs } from '@/lib/schemas/plan-duration';

export const DURATION_UNITS = ['m', 'h', 'd', 'w'] as const;
export type DurationUnit = (typeof DURATION_UNITS)[number];

export interface DurationPart {
  unit: DurationUnit | 's';
  count: number;
}

/** Weeks are said only where they were written. */
const SPOKEN = [
  { unit: 'd', length: 86_400_000 },
  { unit: 'h', length: 3_600_000 },
  { unit: 'm', length: 60_000 },
  { unit: 's', length: 1_000 },
] as const;
const MOST = 2;

/** Milliseconds by their two largest units, rounded down. */
export function partsOfSpan(milliseconds: number): DurationPart[] {
  const parts: DurationPart[] = [];
  let rest = milliseconds;
  for (const { unit, length } of SPOKEN) {
    const count = Math.floor(rest / length);
    rest -= count * length;
    if (count > 0) parts.push({ unit, count });
  }
  return parts.slice(0, MOST);
}

/** A length of time such as `3d` by its number and unit; null for what is none. */
export function partOfDuration(text: string): { unit: DurationUnit; count: number } | null {
  const unit = DURATION_UNITS.find((each) => text.endsWith(each));
  return unit && planDurationMs(text) !== null ? { unit, count: Number(text.slice(0, -1)) } : null;
}
