import { z } from 'zod';
import { toCsv } from '../csv';
import { instantAnswer, pageOf } from './parts';

export const syncReportAnswer = z.object({
  added: z.int(),
  removed: z.int(),
  updated: z.int().describe('Members whose window or variant was changed meanwhile.'),
  unchanged: z.int(),
  flags: z
    .array(z.object({ environment: z.string(), flag: z.string(), added: z.int(), removed: z.int(), updated: z.int() }))
    .describe('Those whose group changed.'),
});

export const membershipCountsAnswer = z.object({
  open: z.int().describe('Started and not ended, whatever their hours of weekdays.'),
  upcoming: z.int(),
  past: z.int(),
  members: z.int().describe('Members of groups, as synchronisation copied them last.'),
  syncedAt: instantAnswer
    .nullable()
    .describe('When groups last differed from memberships and were brought up to date.'),
});

export const importReportAnswer = z.object({
  dryRun: z.boolean(),
  rows: z.int(),
  added: z.int().describe('In a dry run: how many would be.'),
  present: z.int().describe('There already, or standing twice.'),
  problems: z.array(
    z.object({
      line: z.int().describe('From 1; of rows without a line of their own, the position.'),
      path: z.string(),
      code: z.string(),
      message: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    }),
  ),
  flags: z.array(z.object({ flag: z.string(), added: z.int() })),
});

const memberAnswer = z.object({
  membership: z.string().describe('The membership’s id.'),
  subject: z.string().nullable(),
  tenant: z.string().nullable(),
  variant: z.string().nullable(),
  startsAt: instantAnswer,
  endsAt: instantAnswer,
  since: instantAnswer.describe('When synchronisation found it open.'),
});
export const groupPageAnswer = pageOf(memberAnswer);

const COLUMNS = ['subject', 'tenant', 'variant', 'startsAt', 'endsAt', 'since', 'membership'] as const;

/** A page of a group as a file that an import of memberships reads again. */
export function groupCsv(answer: unknown): string {
  const { items } = groupPageAnswer.parse(answer);
  return toCsv([COLUMNS, ...items.map((item) => COLUMNS.map((name) => item[name]))]);
}
