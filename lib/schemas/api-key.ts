import { z } from 'zod';
import { instantSchema } from './instant';
import { keySchema } from './key';
import { paginationShape } from './pagination';
import { shapeProblem } from './shape-problem';
import { nameSchema, text } from './text';
import { roleKeySchema } from './user';

const originSchema = text(300, 1).superRefine((value, ctx) => {
  if (!URL.canParse(value) || new URL(value).origin !== value) ctx.addIssue(shapeProblem('invalid_origin'));
});

/** Body of `POST /keys`. Client and server keys belong to an environment, admin keys have a role. */
export const apiKeyCreateSchema = z
  .strictObject({
    kind: z.enum(['client', 'server', 'admin']),
    name: nameSchema,
    environment: keySchema.optional(),
    role: roleKeySchema.optional(),
    origins: z.array(originSchema).max(100).default([]),
    edge: z.boolean().default(false),
    expiresAt: instantSchema.nullable().optional(),
  })
  .superRefine(({ kind, environment, role, origins, edge }, ctx) => {
    if (kind === 'admin' && role === undefined) ctx.addIssue(shapeProblem('role_needed', ['role']));
    if (kind !== 'admin' && environment === undefined)
      ctx.addIssue(shapeProblem('environment_needed', ['environment']));
    if (kind !== 'admin' && role !== undefined) ctx.addIssue(shapeProblem('field_unfit', ['role']));
    if (kind !== 'client' && origins.length > 0) ctx.addIssue(shapeProblem('field_unfit', ['origins']));
    if (kind !== 'server' && edge) ctx.addIssue(shapeProblem('field_unfit', ['edge']));
  });

export const apiKeyListSchema = z.object({ ...paginationShape, environment: keySchema.optional() });
