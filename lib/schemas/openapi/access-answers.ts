import { z } from 'zod';
import { instantAnswer, pageOf } from './parts';

const assignmentAnswer = z.object({
  role: z.string(),
  project: z.string().nullable(),
  environment: z.string().nullable(),
});

export const userAnswer = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  disabled: z.boolean(),
  active: z.boolean().describe('Whether a password was set: false until an invitation is accepted.'),
  assignments: z.array(assignmentAnswer),
  version: z.int(),
  createdAt: instantAnswer,
  lastSeenAt: instantAnswer.nullable(),
});
export const createdUserAnswer = userAnswer.extend({
  inviteUrl: z.string().optional().describe('Without a password: works once and is shown once.'),
});
/** A link that works once. */
export const linkAnswer = z.object({ url: z.string() });
export const userPageAnswer = pageOf(userAnswer);

export const roleAnswer = z.object({
  key: z.string(),
  name: z.string(),
  permissions: z.array(z.string()),
  reachesProtected: z.boolean().describe('Whether its edits may reach protected environments.'),
  builtIn: z.boolean(),
  version: z.int().optional(),
});
export const rolePageAnswer = pageOf(roleAnswer);

export const apiKeyAnswer = z.object({
  id: z.string(),
  kind: z.enum(['client', 'server', 'admin']),
  name: z.string(),
  environment: z.string().nullable(),
  role: z.string().nullable(),
  edge: z.boolean(),
  origins: z.array(z.string()),
  hint: z.string().describe('The first characters, to recognise it by.'),
  createdAt: instantAnswer,
  createdBy: z.string(),
  expiresAt: instantAnswer.nullable(),
  lastUsedAt: instantAnswer.nullable(),
  version: z.int(),
});
export const createdApiKeyAnswer = apiKeyAnswer.extend({ key: z.string().describe('The secret. Shown once.') });
export const apiKeyPageAnswer = pageOf(apiKeyAnswer);

export const meAnswer = z.object({
  kind: z.enum(['user', 'apiKey', 'job']),
  id: z.string(),
  name: z.string(),
  email: z.string().optional(),
  grants: z.array(
    z.object({
      project: z.string().nullable().describe('Key of the project; null is every project.'),
      environment: z.string().nullable(),
      permissions: z.array(z.string()),
      reachesProtected: z.boolean(),
    }),
  ),
  tenants: z
    .array(
      z.object({
        project: z.object({ key: z.string(), name: z.string() }),
        tenant: z.object({ key: z.string(), name: z.string() }),
      }),
    )
    .describe('The tenants they administer.'),
});

export const clockAnswer = z.object({
  now: instantAnswer,
  moved: z.boolean().describe('Whether this is the test clock.'),
});
