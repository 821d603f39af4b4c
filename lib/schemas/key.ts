import { z } from 'zod';
import { shapeProblem } from './shape-problem';

/** The first sign is a letter or digit, which also keeps `__proto__` out. */
export const KEY_PATTERN = /^[a-zA-Z0-9][a-zA-Z0-9._-]{0,199}$/;
const MOST = 200;

/** The key of a flag, variant, segment, environment, project or tenant. Unique by `foldKey`. */
export const keySchema = z
  .string()
  .min(1)
  .max(MOST)
  .superRefine((value, ctx) => {
    if (value.length > 0 && value.length <= MOST && !KEY_PATTERN.test(value)) ctx.addIssue(shapeProblem('invalid_key'));
  });

export function isKey(value: unknown): value is string {
  return typeof value === 'string' && KEY_PATTERN.test(value);
}

/** Keys are unique case-insensitively: what they are compared by. */
export function foldKey(key: string): string {
  return key.toLowerCase();
}
