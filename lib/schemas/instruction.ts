import { z } from 'zod';
import { prerequisiteSchema } from './configuration';
import { keySchema } from './key';
import { ruleDraftSchema } from './rule';
import { defaultServeSchema, rolloutSchema } from './serve';
import { commentSchema, idSchema, subjectKeySchema, versionSchema } from './text';
import { whenSchema } from './when';

const kind = <K extends string, S extends z.core.$ZodLooseShape>(name: K, shape: S) =>
  z.strictObject({ kind: z.literal(name), ...shape });
const before = idSchema.nullable().optional();
const subjects = z.array(subjectKeySchema).min(1);

/** One instruction as people send it; `lib/changes/complete` makes it whole. */
export const instructionSchema = z.discriminatedUnion('kind', [
  kind('turnOn', {}),
  kind('turnOff', {}),
  kind('followDefault', {}),
  kind('kill', {}),
  kind('revive', {}),
  kind('setOffVariant', { variant: keySchema.nullable() }),
  kind('setDefault', { default: defaultServeSchema }),
  kind('addRule', { rule: ruleDraftSchema, before }),
  kind('updateRule', { id: idSchema, rule: ruleDraftSchema }),
  kind('removeRule', { id: idSchema }),
  kind('moveRule', { id: idSchema, before }),
  kind('setRuleEnabled', { id: idSchema, enabled: z.boolean() }),
  kind('setRollout', { id: idSchema, rollout: rolloutSchema.nullable() }),
  kind('addTargets', { variant: keySchema, subjects }),
  kind('removeTargets', { subjects }),
  kind('setPrerequisites', { prerequisites: z.array(prerequisiteSchema) }),
]);

/** Body of `POST …/changes`. `version` may come as `If-Match` instead. */
export const changeSchema = z.strictObject({
  version: versionSchema.optional(),
  instructions: z.array(instructionSchema).min(1).max(500),
  comment: commentSchema.optional(),
  dryRun: z.boolean().default(false),
  /** When it is made, if not at once: an instant with offset, or a local time in UTC. */
  at: whenSchema.optional(),
});
export type ChangeInput = z.output<typeof changeSchema>;
