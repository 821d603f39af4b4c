import { z } from 'zod';
import { flagTypeSchema } from '../flag';
import { variantSchema } from '../variant';
import { instantAnswer, pageOf } from './parts';

const valueAnswer = variantSchema.shape.value;
const flagKeys = z.array(z.string());

export const registryAnswer = z.object({
  environment: z.string(),
  source: z.string(),
  version: z.string(),
  created: flagKeys.describe('Flags that did not exist: off elsewhere, following their code default here.'),
  changed: flagKeys.describe('Flags of which this source said something else before, or nothing.'),
  unchanged: z.int(),
  withdrawn: flagKeys.describe('Flags that this source declared before, and no longer does. They stay as they are.'),
  conflicts: z
    .array(
      z.object({
        flag: z.string(),
        value: valueAnswer.describe('The default in force.'),
        sources: z
          .array(z.object({ source: z.string(), version: z.string(), value: valueAnswer }))
          .describe('Those that declare another.'),
      }),
    )
    .describe('Posted flags on which sources disagree.'),
});

export const declarationAnswer = z.object({
  environment: z.string(),
  flag: z.string(),
  source: z.string(),
  version: z.string(),
  type: flagTypeSchema,
  value: valueAnswer,
  variant: z.string().nullable().describe('The variant that has this value.'),
  description: z.string(),
  inForce: z.boolean().describe('Whether this value is the default in force.'),
  declaredAt: instantAnswer.describe('Since when the source declares it without a break.'),
  lastSeenAt: instantAnswer,
  withdrawnAt: instantAnswer.nullable().describe('Since when the source no longer declares it.'),
});
export const declarationPageAnswer = pageOf(declarationAnswer);
