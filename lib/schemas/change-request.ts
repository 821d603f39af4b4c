import { z } from 'zod';
import { instantSchema } from './instant';
import { keySchema } from './key';
import { jsonSchema } from './json';
import { paginationShape } from './pagination';
import { commentSchema, idSchema, subjectKeySchema, text, versionSchema } from './text';

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

const requestId = z.strictObject({ id: idSchema });
const place = { flag: keySchema, environment: keySchema };
const segmentPlace = { segment: keySchema, environment: keySchema };
const MOST_LISTED = 50_000;
const subjects = z.array(subjectKeySchema).min(1).max(MOST_LISTED);

/** One thing that a change request changes; exactly one of these forms. */
export const requestedChangeSchema = z.union([
  z
    .strictObject({
      ...place,
      version: versionSchema,
      instructions: z.array(z.record(z.string(), jsonSchema)).min(1),
    })
    .describe('A configuration, by instructions.'),
  z
    .strictObject({
      ...segmentPlace,
      version: versionSchema,
      operator: z.enum(['AND', 'OR', 'NOT']),
      conditions: z.array(jsonSchema),
    })
    .describe('The content of a segment.'),
  z
    .strictObject({ ...segmentPlace, addMembers: subjects.optional(), removeMembers: subjects.optional() })
    .refine(({ addMembers, removeMembers }) => addMembers !== undefined || removeMembers !== undefined)
    .describe('The members of a segment.'),
  z
    .strictObject({
      ...place,
      tenant: keySchema,
      override: z
        .strictObject({
          enabled: z.boolean().optional(),
          variant: keySchema.optional(),
          expiresAt: z.iso.datetime({ offset: true }).nullable().optional(),
          note: text(2_000).optional(),
        })
        .nullable(),
    })
    .describe('A tenant’s override; null clears it.'),
  z
    .strictObject({
      ...place,
      membership: z.record(z.string(), jsonSchema),
      membershipId: idSchema.optional(),
      version: versionSchema.optional(),
    })
    .describe('A membership: a new one, or another window, variant or note for that of `membershipId`.'),
  z
    .strictObject({ ...place, membershipId: idSchema, version: versionSchema, remove: z.literal(true) })
    .describe('A membership that ends.'),
]);
export type AskedChange = z.output<typeof requestedChangeSchema>;

/** Body of `POST /change-requests`: changes of several things, to be made all or none. */
export const changeRequestCreateSchema = z.strictObject({
  title: text(200).default(''),
  comment: commentSchema.optional(),
  changes: z.array(requestedChangeSchema).min(1).max(500),
  /** When it is to be applied, once approved; absent: by hand. */
  applyAt: instantSchema.optional(),
});

export const changeRequestListSchema = z.object({
  ...paginationShape,
  status: z.enum(['open', 'scheduled', 'applied', 'rejected', 'cancelled']).optional(),
  /** `open` is also what waits for its time. */
  state: z.enum(['open', 'closed']).optional(),
  /** Those of the actor, or those that wait for the actor's approval. */
  whose: z.enum(['mine', 'waiting']).optional(),
  environment: keySchema.optional(),
  flag: keySchema.optional(),
});

export const changeRequestPlaceSchema = requestId;

/** Body of what people say of a request. */
export const remarkSchema = z.strictObject({
  id: idSchema,
  comment: text(10_000).optional(),
  /** What it said when it was read: in conflict once it says something else. */
  revision: versionSchema.optional(),
});

/** Body of `POST …/{id}/apply`; with `at` it is applied then, once it is approved. */
export const applyRequestSchema = z.strictObject({ id: idSchema, at: instantSchema.nullable().optional() });

/** Body of `POST …/{id}/revert`. */
export const revertRequestSchema = z.strictObject({ id: idSchema, comment: commentSchema.optional() });

/** What the steps of a request did, as it is kept. */
export const appliedSchema = z.object({
  v: z.literal(1),
  outcomes: z.array(
    z.object({
      verb: z.string(),
      input: z.record(z.string(), jsonSchema),
      tenant: z.string().optional(),
      /** What the step made, where it has a version. */
      made: z.object({ id: z.string(), version: z.int() }).optional(),
      drafts: z.array(
        z.object({
          action: z.string(),
          flag: z.string().optional(),
          environment: z.string().optional(),
          tenant: z.string().optional(),
          before: z.unknown().optional(),
          after: z.unknown().optional(),
        }),
      ),
    }),
  ),
});
export type AppliedOutcome = z.output<typeof appliedSchema>['outcomes'][number];
