import { z } from 'zod';
import { configurationDraftSchema } from './configuration';
import { contextSchema } from './context';
import { instantSchema } from './instant';

/** Body of `POST …/explain`. `at` looks back; `draft` is tried instead of what is stored; `audience` asks as a key would. */
export const explainSchema = z.strictObject({
  context: contextSchema,
  at: instantSchema.optional(),
  draft: configurationDraftSchema.optional(),
  audience: z.enum(['client', 'server']).optional(),
});
