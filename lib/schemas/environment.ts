import { z } from 'zod';
import { keySchema } from './key';
import { nameSchema, versionSchema } from './text';

export const ENVIRONMENT_COLORS = ['green', 'amber', 'red', 'blue', 'violet', 'pink', 'teal', 'gray'] as const;

/** More would be asked of nobody. */
export const MOST_APPROVALS = 5;

const policyShape = {
  color: z.enum(ENVIRONMENT_COLORS),
  protected: z.boolean(),
  requiredApprovals: z.int().min(0).max(MOST_APPROVALS),
  requireComment: z.boolean(),
  openToTenants: z.boolean(),
  publicRead: z.boolean(),
  requireProof: z.boolean(),
};

/** Body of `POST /environments`. */
export const environmentCreateSchema = z
  .strictObject({
    key: keySchema,
    name: nameSchema.optional(),
    color: policyShape.color.default('gray'),
    protected: policyShape.protected.default(false),
    requiredApprovals: policyShape.requiredApprovals.default(0),
    requireComment: policyShape.requireComment.default(false),
    openToTenants: policyShape.openToTenants.default(false),
    publicRead: policyShape.publicRead.default(false),
    requireProof: policyShape.requireProof.default(false),
  })
  .transform((environment) => ({ ...environment, name: environment.name ?? environment.key }));

/** Body of `PATCH /environments/{env}`. */
export const environmentPatchSchema = z.strictObject({
  name: nameSchema.optional(),
  ...z.object(policyShape).partial().shape,
  position: z.int().min(0).max(1_000).optional(),
  version: versionSchema.optional(),
});
