import { z } from 'zod';
import { instantAnswer, pageOf } from './parts';

export const tenantAnswer = z.object({
  id: z.string(),
  key: z.string(),
  name: z.string(),
  attributes: z.record(z.string(), z.unknown()).describe('What rules read as `tenantInfo.*`.'),
  version: z.int(),
  createdAt: instantAnswer,
  updatedAt: instantAnswer,
});
export const tenantPageAnswer = pageOf(
  tenantAnswer.extend({
    overrides: z.int().describe('Overrides in force of shown flags: in the environment asked for, else in all.'),
    admins: z.int(),
  }),
);
export const tenantHomeAnswer = z.object({
  project: z.object({ key: z.string(), name: z.string() }),
  tenant: z.object({ key: z.string(), name: z.string() }),
  environments: z
    .array(
      z.object({
        key: z.string(),
        name: z.string(),
        color: z.string(),
        protected: z.boolean(),
        openToTenants: z.boolean(),
        requireComment: z.boolean(),
        mayEdit: z.boolean().describe('Whether who asks may set the tenant’s overrides there.'),
      }),
    )
    .describe('A tenant’s own admin is told only of those open to tenants.'),
  mayEdit: z.boolean().describe('Whether who asks may set overrides in some environment.'),
});
export const tenantRolesAnswer = z.object({
  roles: z.array(z.object({ key: z.string(), ranksWith: z.string() })),
  projectRoles: z.array(z.string()).describe('From the lowest to the highest.'),
  version: z.int().describe('The tenant’s.'),
});

const tenantAdminAnswer = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  active: z.boolean().describe('Whether a password was set: false until the invitation is accepted.'),
  disabled: z.boolean(),
  createdAt: instantAnswer,
});
export const tenantAdminListAnswer = z.object({ items: z.array(tenantAdminAnswer), nextCursor: z.null() });
export const invitedTenantAdminAnswer = tenantAdminAnswer.extend({
  inviteUrl: z.string().optional().describe('For somebody new: works once and is shown once.'),
});

const variantsAnswer = z.array(z.object({ key: z.string(), name: z.string().nullable() }));
const fromAnswer = z.enum(['tenant', 'system', 'default']);
const typeAnswer = z.enum(['boolean', 'string', 'number', 'json']);
const systemEnabledAnswer = z
  .boolean()
  .nullable()
  .describe('What the state alone says; null while it follows the code default.');

export const tenantFlagAnswer = z.object({
  key: z.string(),
  name: z.string(),
  description: z.string(),
  type: typeAnswer,
  codeDefault: z.string().nullable().describe('The variant that the application declared.'),
  enabled: z.boolean().describe('Whether the variant is true, or of other types another than the off variant.'),
  variant: z.string().nullable().describe('Null: the caller’s own default, or a split.'),
  overridden: z.boolean(),
  systemEnabled: systemEnabledAnswer,
  from: fromAnswer.describe('Where the value comes from. Rules of a flag that is on may decide otherwise.'),
  expiresAt: instantAnswer.nullable(),
  note: z.string().nullable(),
  setAt: instantAnswer.nullable(),
  killed: z.boolean(),
  tenantManaged: z.boolean(),
  variants: variantsAnswer,
});
export const tenantFlagPageAnswer = pageOf(tenantFlagAnswer);
export const systemFlagPageAnswer = pageOf(
  tenantFlagAnswer.extend({ overrides: z.int().describe('How many tenants override it.') }),
);

export const overridePageAnswer = pageOf(
  z.object({
    flag: z.string(),
    tenant: z.string(),
    environment: z.string(),
    variant: z.string(),
    enabled: z.boolean(),
    expiresAt: instantAnswer.nullable(),
    note: z.string().nullable(),
    setAt: instantAnswer,
  }),
);

const valueAnswer = z
  .object({
    variant: z.string(),
    enabled: z.boolean(),
    expiresAt: instantAnswer.nullable(),
    note: z.string().nullable(),
  })
  .nullable()
  .describe('Null: no override.');
export const manyOverridesAnswer = z.object({
  flag: z.string(),
  environment: z.string(),
  dryRun: z.boolean(),
  changes: z.array(z.object({ tenant: z.string(), before: valueAnswer, after: valueAnswer })),
  unchanged: z.int().describe('Tenants for which it changes nothing.'),
});

export const overrideGridAnswer = z.object({
  tenants: z.array(z.object({ key: z.string(), name: z.string() })),
  tenantTotal: z.int(),
  flags: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      type: typeAnswer,
      enabled: z.boolean(),
      variant: z.string().nullable(),
      systemEnabled: systemEnabledAnswer,
      from: fromAnswer,
      killed: z.boolean(),
      tenantManaged: z.boolean(),
      variants: variantsAnswer,
    }),
  ),
  flagTotal: z.int(),
  cells: z
    .array(
      z.object({
        flag: z.string(),
        tenant: z.string(),
        variant: z.string(),
        enabled: z.boolean(),
        expiresAt: instantAnswer.nullable(),
      }),
    )
    .describe('Overrides in force within the window; absent cells follow the flag’s value.'),
});
