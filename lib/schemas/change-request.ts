import { z } from 'zod';
import { instantSchema } from './instant';
import { keySchema } from './key';
import { jsonSchema } from './json';
import { paginationShape } from './pagination';
import { commentSchema, idSchema, text, versionSchema } from './text';

/** One call that a change request will make: a verb of the product with its input, in the project or in a tenant of it. */
export const stepSchema = z.object({
  verb: z.string(),
  input: z.record(z.string(), jsonSchema),
  tenant: keySchema.optional(),
  /** Environments it reached when it was asked for. */
  environments: z.array(z.string()),
  flags: z.array(z.string()),
});
export type Step = z.output<typeof stepSchema>;

/** As it is stored; older forms are brought up to the newest when they are read. */
export const storedStepsSchema = z.object({ v: z.literal(1), steps: z.array(stepSchema).min(1) });

const requestId = z.object({ id: idSchema });

/** Body of `POST /change-requests`: several changes of configurations, to be made all or none. */
export const changeRequestCreateSchema = z.strictObject({
  title: text(200).default(''),
  comment: commentSchema.optional(),
  changes: z
    .array(
      z.strictObject({
        flag: keySchema,
        environment: keySchema,
        version: versionSchema,
        instructions: z.array(z.record(z.string(), jsonSchema)).min(1),
      }),
    )
    .min(1)
    .max(100),
  applyAt: instantSchema.optional(),
});

export const changeRequestListSchema = z.object({
  ...paginationShape,
  status: z.enum(['open', 'scheduled', 'applied', 'rejected', 'cancelled', 'failed']).optional(),
  environment: keySchema.optional(),
  flag: keySchema.optional(),
});

export const changeRequestPlaceSchema = requestId;

/** Body of what people say of a request. */
export const remarkSchema = z.strictObject({ id: idSchema, comment: text(10_000).optional() });

/** Body of `POST …/{id}/apply`; with `at` it is applied then, once it is approved. */
export const applyRequestSchema = z.strictObject({ id: idSchema, at: instantSchema.nullable().optional() });
