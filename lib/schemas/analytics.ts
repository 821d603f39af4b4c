import { z } from 'zod';
import { periodEdgeSchema } from './instant';
import { keySchema } from './key';
import { shapeProblem } from './shape-problem';

const HOUR = 3_600_000;
/** Buckets in one answer. */
const MOST = 1_500;

/** Query of `GET /flags/{key}/analytics`. `from` is included, `to` is not. */
export const analyticsSchema = z
  .object({
    flag: keySchema,
    environment: keySchema,
    from: periodEdgeSchema.optional(),
    to: periodEdgeSchema.optional(),
    bucket: z.enum(['hour', 'day']).optional(),
  })
  .superRefine(({ from, to, bucket }, ctx) => {
    if (!from || !to) return;
    const length = to.getTime() - from.getTime();
    if (length <= 0 || length > MOST * HOUR * (bucket === 'hour' ? 1 : 24)) {
      ctx.addIssue(shapeProblem('invalid', ['from']));
    }
  });
