import { z } from 'zod';

const refused = z.object({
  error: z.object({
    code: z.string(),
    issues: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })).default([]),
    current: z.record(z.string(), z.unknown()).optional(),
  }),
});
/** The error of an answer, or a failing test. */
export const errorOf = (json: unknown) => refused.parse(json).error;
