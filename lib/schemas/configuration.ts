import { z } from 'zod';
import { keySchema } from './key';
import { ruleDraftSchema } from './rule';
import { defaultServeSchema } from './serve';
import { commentSchema, subjectKeySchema, versionSchema } from './text';

export const targetListSchema = z.strictObject({ variant: keySchema, subjects: z.array(subjectKeySchema) });

export const prerequisiteSchema = z.strictObject({ flag: keySchema, variants: z.array(keySchema).min(1) });

const configurationShape = {
  state: z.enum(['on', 'off', 'default']),
  killed: z.boolean().optional(),
  offVariant: keySchema.nullable().optional(),
  targets: z.array(targetListSchema).default([]),
  prerequisites: z.array(prerequisiteSchema).default([]),
  rules: z.array(ruleDraftSchema).default([]),
  default: defaultServeSchema,
};

/**
 * Body of `PUT …/environments/{env}`, and what GET answers. `killed` and `offVariant` stay as stored if left out;
 * left-out lists are empty. `version` may come as `If-Match` instead.
 */
export const configurationPutSchema = z.strictObject({
  ...configurationShape,
  v: z.literal(1).optional(),
  version: versionSchema.optional(),
  comment: commentSchema.optional(),
});

/** An unsaved configuration, to be tried: also what GET answers or PUT takes, of which these say nothing here. */
export const configurationDraftSchema = z.strictObject({
  ...configurationShape,
  flag: keySchema.optional(),
  environment: keySchema.optional(),
  comment: commentSchema.optional(),
  v: z.literal(1).optional(),
  version: versionSchema.optional(),
});

/** Body of `enable`, `disable`, `follow-default`, `kill` and `revive`. */
export const switchSchema = z.strictObject({ comment: commentSchema.optional() });

/** Body of `POST …/revert`: the version to go back to. */
export const revertSchema = z.strictObject({
  to: versionSchema,
  /** What it was decided on: in conflict if what it brings back changed since. */
  version: versionSchema.optional(),
  comment: commentSchema.optional(),
});
