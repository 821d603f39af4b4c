import { z } from 'zod';
import { contextSchema } from './context';

/** Body of `POST /api/flags`. `keys` that are no keys cannot be flags and are left out like unknown ones. */
export const evaluationSchema = z.object({
  context: contextSchema,
  keys: z.array(z.string().max(200)).max(10_000).optional(),
});

/** Body of `POST /api/flags/{key}`. */
export const singleEvaluationSchema = z.object({ context: contextSchema });

/** Body of `POST /ofrep/v1/evaluate/flags` and `…/{key}`; other fields are the protocol's to come. */
export const ofrepSchema = z.object({ context: contextSchema });
