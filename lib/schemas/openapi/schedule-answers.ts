import { z } from 'zod';
import { instructionSchema } from '../instruction';
import { SCHEDULE_STATUSES } from '../schedule';
import { instantAnswer, pageOf, sentenceAnswer } from './parts';

export const scheduleRunAnswer = z.object({
  at: instantAnswer,
  plannedAt: instantAnswer.describe('The instant it was meant for.'),
  outcome: z.enum(['applied', 'unchanged', 'skipped', 'failed', 'review']),
  late: z.boolean().describe('More than a minute after its instant.'),
  attempts: z.int(),
  error: z
    .object({
      code: z.string(),
      issues: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })),
    })
    .nullable()
    .describe('Why it failed, was left out, or waits for a look.'),
  configVersion: z.int().nullable().describe('The configuration’s version that it made, or found as it should be.'),
});
export const scheduleRunPageAnswer = pageOf(scheduleRunAnswer);

export const scheduleAnswer = z.object({
  id: z.string(),
  flag: z.string(),
  environment: z.string(),
  instructions: z.array(instructionSchema),
  messages: z.array(sentenceAnswer).describe('The instructions as sentences, on what is stored now.'),
  at: instantAnswer.nullable(),
  cron: z.string().nullable().describe('Five fields, read in `timezone`.'),
  timezone: z.string(),
  missedAfter: z.int().nullable().describe('Milliseconds after which a missed run does not happen; null is never.'),
  description: z.string(),
  comment: z.string().nullable(),
  enabled: z.boolean(),
  status: z.enum(SCHEDULE_STATUSES),
  reason: z.string().nullable().describe('Why it waits for a look, or failed.'),
  attempts: z.int().describe('Of the run that is due, or was last.'),
  baseVersion: z.int().describe('The configuration’s version it was made on.'),
  createdBy: z.object({ kind: z.string(), id: z.string(), name: z.string() }),
  requestId: z.string().nullable().describe('The change request that allowed it, where approvals are required.'),
  nextRunAt: instantAnswer.nullable(),
  lastRun: scheduleRunAnswer.nullable(),
  createdAt: instantAnswer,
  updatedAt: instantAnswer,
  version: z.int(),
});
export const schedulePageAnswer = pageOf(scheduleAnswer);
