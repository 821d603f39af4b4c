import { z } from 'zod';
import { keySchema } from './key';
import { nameSchema, text, versionSchema } from './text';

/** Permissions are names of `lib/permissions`; which of them exist is meaning. */
const permissionsSchema = z.array(text(100, 1)).max(100);
/** Whether the role's edits may reach protected environments. */
const reachesProtectedSchema = z.boolean();

/** Body of `POST /api/admin/roles`. */
export const roleCreateSchema = z
  .strictObject({
    key: keySchema,
    name: nameSchema.optional(),
    permissions: permissionsSchema,
    reachesProtected: reachesProtectedSchema.default(false),
  })
  .transform((role) => ({ ...role, name: role.name ?? role.key, permissions: [...new Set(role.permissions)] }));

/** Body of `PATCH /api/admin/roles/{key}`. */
export const rolePatchSchema = z.strictObject({
  name: nameSchema.optional(),
  permissions: permissionsSchema.optional(),
  reachesProtected: reachesProtectedSchema.optional(),
  version: versionSchema.optional(),
});
