import { z } from 'zod';
import { groupShape } from './condition';
import { keySchema } from './key';
import { commentSchema, descriptionSchema, nameSchema, subjectKeySchema, versionSchema } from './text';

export const MOST_STAGES = 50;
const MOST_MILESTONES = 100;
const MOST_ROLES = 50;

const stageSchema = z
  .strictObject({ key: keySchema, name: nameSchema.optional() })
  .transform(({ key, name }) => ({ key, name: name ?? key }));

const milestoneSchema = z
  .strictObject({
    key: keySchema,
    name: nameSchema.optional(),
    description: descriptionSchema.default(''),
    ...groupShape,
    /** The stage that reaching it enters; null moves nobody. */
    stage: keySchema.nullable().default(null),
  })
  .transform((milestone) => ({ ...milestone, name: milestone.name ?? milestone.key }));

/** Body of `PUT /onboarding`. */
export const onboardingPutSchema = z.strictObject({
  stages: z.array(stageSchema).min(1).max(MOST_STAGES),
  milestones: z.array(milestoneSchema).max(MOST_MILESTONES).default([]),
  roles: z.array(keySchema).max(MOST_ROLES).default([]),
  version: versionSchema.optional(),
  /** As GET answers it: what is answered may be sent back. */
  updatedAt: z.string().nullable().optional(),
  comment: commentSchema.optional(),
});

/** Query of `GET /onboarding/funnel`. */
export const funnelSchema = z.object({
  environment: keySchema,
  /** Whole days in one stage after which a subject counts as stuck. */
  days: z.coerce.number().int().min(1).max(3650).default(7),
});

const byName = { stage: keySchema, from: keySchema.optional() };
const byStep = { advance: z.literal(true), from: keySchema.optional() };

/** Body of `PATCH /api/user/progress`: a stage by name, or one step on; `from` is the stage that it moves from. */
export const progressPatchSchema = z.union([z.strictObject(byName), z.strictObject(byStep)]);

/** Query of `/api/user/progress`. */
export const progressSubjectSchema = z.object({ targetingKey: subjectKeySchema });

const place = { targetingKey: subjectKeySchema, environment: keySchema };

/** A move of a subject of one environment. */
export const progressMoveSchema = z.union([
  z.strictObject({ ...place, ...byName }),
  z.strictObject({ ...place, ...byStep }),
]);
