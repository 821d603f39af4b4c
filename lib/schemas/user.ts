import { z } from 'zod';
import { keySchema } from './key';
import { paginationShape } from './pagination';
import { givenPasswordSchema } from './password';
import { shapeProblem } from './shape-problem';
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
    password: givenPasswordSchema.optional(),
  })
  .transform((user) => ({ ...user, name: user.name ?? user.email }));

/**
 * Body of `PUT /api/admin/users/{id}/role`: a role everywhere becomes the only one; a role in a project, or in one of
 * its environments, takes the place of the one held exactly there; `assignments` says all roles at once.
 */
export const userRoleSchema = z
  .strictObject({
    ...assignmentShape,
    role: roleKeySchema.optional(),
    assignments: z.array(z.strictObject(assignmentShape)).max(200).optional(),
    version: versionSchema.optional(),
  })
  .superRefine(({ role, assignments, project, environment }, ctx) => {
    if ((role === undefined) === (assignments === undefined)) ctx.addIssue(shapeProblem('role_needed', ['role']));
    if (environment !== undefined && project === undefined) ctx.addIssue(shapeProblem('invalid', ['project']));
  });

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
