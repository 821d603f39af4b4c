import type { z } from 'zod';
import { errorAnswerSchema } from '@/lib/schemas/openapi/parts';
import { describeSchema } from './describe-schema';
import type { JsonObject } from './json-schema';

/** The content of a request or an answer in JSON. */
export const jsonContent = (schema: z.ZodType): JsonObject => ({
  'application/json': { schema: describeSchema(schema) },
});

/** An answer of the one shape that errors have. */
export const refusedAnswer = (description: string): JsonObject => ({
  description,
  content: jsonContent(errorAnswerSchema),
});
