import { z } from 'zod';
import { flagKindSchema, flagTypeSchema, metadataSchema } from '../flag';
import { variantSchema } from '../variant';
import { instantAnswer, pageOf } from './parts';

const stateAnswer = z.object({
  state: z.enum(['on', 'off', 'default']),
  killed: z.boolean(),
  version: z.int(),
  ruleCount: z.int(),
  codeDefault: z
    .object({ variant: z.string(), enabled: z.boolean().describe('True, or another value than when it is off.') })
    .nullable()
    .describe('What the application declared, which the state `default` follows; null where nothing was.'),
  lastSeenAt: instantAnswer.nullable(),
});

export const flagAnswer = z.object({
  id: z.string(),
  key: z.string(),
  name: z.string(),
  description: z.string(),
  kind: flagKindSchema,
  type: flagTypeSchema,
  variants: z.array(variantSchema),
  salt: z.string(),
  tags: z.array(z.string()),
  metadata: metadataSchema,
  links: z.array(z.object({ title: z.string(), url: z.string() })),
  owner: z.string().nullable(),
  clientVisible: z.boolean(),
  tenantManaged: z.boolean(),
  archived: z.boolean(),
  version: z.int(),
  createdAt: instantAnswer,
  updatedAt: instantAnswer,
  createdBy: z.string(),
  origin: z.enum(['dashboard', 'code']).describe('Where it was first made.'),
  environments: z.record(z.string(), stateAnswer).describe('State per environment key.'),
});

export const flagListItemAnswer = flagAnswer
  .omit({ variants: true, salt: true, metadata: true, links: true, description: true })
  .extend({
    lifecycle: z.enum(['new', 'live', 'rolledOut', 'stale', 'archived']),
    lastSeenAt: instantAnswer.nullable(),
    evaluations: z.array(z.int()).describe('Per day of the last seven, oldest first, over all environments.'),
  });

export const flagPageAnswer = pageOf(flagListItemAnswer);
