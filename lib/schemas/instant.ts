import { z } from 'zod';
import { parseInstant } from '@/lib/engine/instant';
import { parseDay } from '@/lib/changes/instant';
import { shapeProblem } from './shape-problem';

/** An RFC 3339 date-time with offset, as a Date. */
export const instantSchema = z
  .string()
  .max(64)
  .transform((text, ctx) => {
    const instant = parseInstant(text);
    if (instant !== null) return new Date(instant);
    ctx.issues.push({ ...shapeProblem('invalid_instant'), input: text });
    return z.NEVER;
  });

/** An edge of a period in a query: a date-time with offset, or a date, which is its first instant in UTC. */
export const periodEdgeSchema = z
  .string()
  .max(64)
  .transform((text) => (parseDay(text) ? `${text}T00:00:00Z` : text))
  .pipe(instantSchema);
