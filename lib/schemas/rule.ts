import { z } from 'zod';
import { groupShape } from './condition';
import { rolloutSchema, ruleServeSchema, windowSchema } from './serve';
import { commentSchema, descriptionSchema, idSchema, text, versionSchema } from './text';

const ruleShape = {
  id: idSchema.optional(),
  name: text(200).default(''),
  description: descriptionSchema.default(''),
  enabled: z.boolean().default(true),
  ...groupShape,
  serve: ruleServeSchema.optional(),
  rollout: rolloutSchema.optional(),
  window: windowSchema.optional(),
};

/** A rule as people send it; `lib/changes/complete` makes it whole. */
export const ruleDraftSchema = z.strictObject(ruleShape);

/** Body of `POST …/rules`: the rule, where to put it, why. */
export const ruleCreateSchema = z.strictObject({
  ...ruleShape,
  before: idSchema.nullable().optional(),
  version: versionSchema.optional(),
  comment: commentSchema.optional(),
});

/** Body of `PUT …/rules/{id}`. */
export const ruleReplaceSchema = z.strictObject({
  ...ruleShape,
  version: versionSchema.optional(),
  comment: commentSchema.optional(),
});
