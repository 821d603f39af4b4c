import { z } from 'zod';
import { shapeProblem } from './shape-problem';

const UNITS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };
const FORM = /^([0-9]{1,6})([mhdw])$/;
const LONGEST = 3_650 * 86_400_000;

/** A duration such as `90m`, `12h`, `3d` or `2w` in milliseconds; a day is 24 hours. Null for what is none. */
export function planDurationMs(text: string): number | null {
  const [, count, unit] = FORM.exec(text) ?? [];
  if (count === undefined || unit === undefined) return null;
  const ms = Number(count) * (UNITS[unit] ?? 0);
  return ms > 0 && ms <= LONGEST ? ms : null;
}

/** Such a text, kept as it was written: pages show it so. */
export const planDurationSchema = z
  .string()
  .max(7)
  .superRefine((text, ctx) => {
    if (planDurationMs(text) === null) ctx.addIssue(shapeProblem('duration_form'));
  });
