import { z } from 'zod';
import { ATTRIBUTE_TYPES } from '../attribute';
import { instantAnswer, pageOf } from './parts';

const whyAnswer = z.looseObject({}).describe('The event, milestone or person that was the reason.');

export const subjectAnswer = z.object({
  targetingKey: z.string(),
  environment: z.string(),
  tenant: z.string().nullable(),
  role: z.string().nullable(),
  attributes: z.looseObject({}),
  counters: z.record(z.string(), z.number()).describe('How often each tracked event came.'),
  stage: z.string().nullable(),
  stageIndex: z.int().nullable().describe('Position in the project’s stages, from 0.'),
  stageAt: instantAnswer.nullable(),
  joinedAt: instantAnswer.nullable(),
  createdAt: instantAnswer,
  updatedAt: instantAnswer,
  milestones: z.array(z.object({ key: z.string(), at: instantAnswer, why: whyAnswer })).describe('Oldest first.'),
  moves: z
    .array(z.object({ from: z.string().nullable(), to: z.string(), at: instantAnswer, why: whyAnswer }))
    .describe('Oldest first.'),
  version: z.int(),
});

export const subjectPageAnswer = pageOf(
  z.object({
    targetingKey: z.string(),
    tenant: z.string().nullable(),
    role: z.string().nullable(),
    stage: z.string().nullable(),
    joinedAt: instantAnswer.nullable(),
    updatedAt: instantAnswer,
    milestones: z.int().describe('How many were reached.'),
  }),
);

export const subjectFlagsAnswer = z.object({
  items: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      value: z.unknown().optional().describe('Absent: the caller’s own default.'),
      variant: z.string().nullable(),
      reason: z.string(),
      cause: z.string().optional(),
      ruleId: z.string().optional(),
      configVersion: z.int().optional(),
      errorCode: z.string().optional(),
      errorDetails: z.string().optional(),
      trace: z.array(z.looseObject({})).describe('Each step of the precedence list.'),
    }),
  ),
  context: z.looseObject({}).describe('What the flags were evaluated for.'),
});

export const attributeAnswer = z.object({
  name: z.string(),
  type: z.enum(ATTRIBUTE_TYPES),
  allowed: z.array(z.unknown()).nullable(),
  trusted: z.boolean().describe('Believed from servers only.'),
  personal: z.boolean(),
});
export const attributeListAnswer = z.object({ items: z.array(attributeAnswer), nextCursor: z.null() });

export const signingSecretAnswer = z.object({ environment: z.string(), signingSecret: z.string() });

export const ingestedAnswer = z.object({
  accepted: z.int(),
  duplicate: z.int().describe('Of an id that is stored already.'),
  rejected: z.array(z.object({ index: z.int(), code: z.string() })),
});
