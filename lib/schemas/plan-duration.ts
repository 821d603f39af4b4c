import { z } from 'zod';
import { parseDuration } from './duration';
import { shapeProblem } from './shape-problem';

/** One number and one unit, so that a form can show it as two fields. */
const FORM = /^[0-9]{1,6}[mhdw]$/;
const LONGEST = 3_650 * 86_400_000;

/** A duration such as `90m`, `12h`, `3d` or `2w` in milliseconds; a day is 24 hours. Null for what is none. */
export function planDurationMs(text: string): number | null {
  const ms = FORM.test(text) ? parseDuration(text) : null;
  return ms !== null && ms > 0 && ms <= LONGEST ? ms : null;
}

/** Such a text, kept as it was written: pages show it so. */
export const planDurationSchema = z
  .string()
  .max(7)
  .superRefine((text, ctx) => {
    if (planDurationMs(text) === null) ctx.addIssue(shapeProblem('duration_form'));
  });
