import { z } from 'zod';
import { conditionSchema } from '../condition';
import { instantAnswer } from './parts';

const stageAnswer = z.object({ key: z.string(), name: z.string() });

export const onboardingAnswer = z.object({
  stages: z.array(stageAnswer).describe('In order, from the first.'),
  milestones: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      description: z.string(),
      operator: z.enum(['AND', 'OR', 'NOT']),
      conditions: z.array(conditionSchema),
      stage: z.string().nullable().describe('The stage that it enters.'),
    }),
  ),
  roles: z.array(z.string()).describe('Subject roles from the lowest to the highest.'),
  version: z.int().describe('0: as every project starts, never changed.'),
  updatedAt: instantAnswer.nullable(),
});

export const funnelAnswer = z.object({
  environment: z.string(),
  days: z.int().describe('Longer than this in a stage is stuck.'),
  total: z.int(),
  unstaged: z.int().describe('Subjects without a stage.'),
  stages: z.array(
    stageAnswer.extend({
      subjects: z.int().describe('In it now.'),
      reached: z.int().describe('In it now, or beyond it.'),
      medianDays: z.number().nullable().describe('From joining until it was reached.'),
      stuck: z.int(),
    }),
  ),
});

export const progressAnswer = z.object({
  stage: z.string().nullable(),
  stageIndex: z.int().nullable(),
  stages: z.array(z.string()),
  counters: z.record(z.string(), z.number()),
  unlocked: z.array(z.string()).describe('Milestones reached, oldest first.'),
  updatedAt: instantAnswer,
});
