import { z } from 'zod';
import { keySchema } from './key';
import { paginationShape } from './pagination';
import { newPasswordSchema } from './password';
import { nameSchema, text, versionSchema } from './text';

/** Blanks around it are dropped. Unique by `foldEmail`. */
export const emailSchema = z.string().trim().max(254).pipe(z.email());

export function foldEmail(email: string): string {
  return email.trim().toLowerCase();
}

/** A built-in or custom role's key. */
export const roleKeySchema = keySchema;

const assignmentShape = {
  role: roleKeySchema,
  /** Absent: in every project. */
  project: keySchema.optional(),
  environment: keySchema.optional(),
};

/** Body of `POST /api/admin/users`; without a password the answer holds an invitation. */
export const userCreateSchema = z
  .strictObject({
    email: emailSchema,
    name: nameSchema.optional(),
    ...assignmentShape,
    password: newPasswordSchema.optional(),
  })
  .transform((user) => ({ ...user, name: user.name ?? user.email }));

/** Body of `PUT /api/admin/users/{id}/role`. */
export const userRoleSchema = z.strictObject({ ...assignmentShape, version: versionSchema.optional() });

/** Body of `PATCH /api/admin/users/{id}`. */
export const userPatchSchema = z.strictObject({
  name: nameSchema.optional(),
  disabled: z.boolean().optional(),
  locale: text(10, 2).nullable().optional(),
  version: versionSchema.optional(),
});

/** Body of the own profile. */
export const profilePatchSchema = z.strictObject({
  name: nameSchema.optional(),
  locale: z.enum(['en', 'de']).nullable().optional(),
});

export const userListSchema = z.object(paginationShape);
