import { z } from 'zod';
import { contextSchema } from './context';
import { jsonObjectSchema } from './json';
import { keySchema } from './key';
import { paginationShape } from './pagination';
import { queryFlagSchema } from './query-flag';
import { shapeProblem } from './shape-problem';
import { commentSchema, nameSchema, versionSchema } from './text';
import { emailSchema } from './user';

/** What rules read as `tenantInfo.*`; as large as a context may be. */
const attributesSchema = jsonObjectSchema.pipe(contextSchema);

/** Body of `POST /tenants`. */
export const tenantCreateSchema = z
  .strictObject({
    key: keySchema,
    name: nameSchema.optional(),
    attributes: attributesSchema.optional(),
    comment: commentSchema.optional(),
  })
  .transform((tenant) => ({ ...tenant, name: tenant.name ?? tenant.key }));

/** The form that makes a tenant: its attributes come afterwards, on its page. */
export const tenantFormSchema = z.strictObject({ name: nameSchema, key: keySchema });

/** Body of `PATCH /tenants/{tenant}`; `attributes` take the place of all there were. */
export const tenantPatchSchema = z.strictObject({
  name: nameSchema.optional(),
  attributes: attributesSchema.optional(),
  version: versionSchema.optional(),
  comment: commentSchema.optional(),
});

/** Query of `GET /tenants`: overrides are counted in `environment`, or in all. */
export const tenantListSchema = z.object({
  ...paginationShape,
  environment: keySchema.optional(),
  withOverrides: queryFlagSchema.default(false),
  /** `overrides`: those with the most come first. */
  sort: z.enum(['key', 'overrides']).default('key'),
});

/** Body of `POST /tenants/{tenant}/admins`: `tenants` are others of the project that they administer too. */
export const tenantAdminSchema = z.strictObject({
  email: emailSchema,
  name: nameSchema.optional(),
  tenants: z.array(keySchema).max(200).optional(),
});

const MOST_ROLES = 50;

/** Body of `PUT /tenants/{tenant}/roles`: subject roles of its own, each with the project's role it ranks with. */
export const tenantRolesSchema = z.strictObject({
  version: versionSchema.optional(),
  comment: commentSchema.optional(),
  roles: z
    .array(z.strictObject({ key: keySchema, ranksWith: keySchema }))
    .max(MOST_ROLES)
    .superRefine((roles, ctx) => {
      const keys = roles.map(({ key }) => key);
      for (const [index, key] of keys.entries()) {
        if (keys.indexOf(key) < index) ctx.addIssue(shapeProblem('name_twice', [index, 'key']));
      }
    }),
});
