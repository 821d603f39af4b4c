import { z } from 'zod';
import { instantAnswer } from './parts';

const outcomeAnswer = z
  .enum(['ok', 'partly', 'failed', 'stopped', 'died'])
  .describe('`partly`: some things failed; `stopped`: its process had to end; `died`: its process was killed.');
const starterAnswer = z
  .enum(['cron', 'ticker', 'person'])
  .describe('A clock outside, the server’s own clock, or somebody.');
const reportAnswer = z.record(z.string(), z.number()).describe('Counts by name; the names are the job’s own.');

export const jobsAnswer = z.object({
  ticker: z.boolean().describe('Whether the server that answers runs jobs by itself.'),
  cron: z.boolean().describe('Whether `/api/cron/{job}` is open: `CRON_SECRET` is set.'),
  items: z.array(
    z.object({
      name: z.string(),
      everyMs: z.int().describe('How often a server’s own clock runs it, in milliseconds.'),
      last: z
        .object({
          startedAt: instantAnswer,
          finishedAt: instantAnswer,
          outcome: outcomeAnswer,
          startedBy: starterAnswer,
        })
        .nullable(),
      running: z
        .object({ startedAt: instantAnswer, startedBy: starterAnswer, holder: z.string(), died: z.boolean() })
        .nullable(),
      nextAt: instantAnswer.nullable().describe('About, where this server runs it by itself.'),
      overdue: z.boolean(),
      runs: z.array(
        z.object({
          id: z.string(),
          startedAt: instantAnswer,
          finishedAt: instantAnswer.nullable(),
          outcome: outcomeAnswer,
          report: reportAnswer,
          startedBy: starterAnswer,
          holder: z.string(),
          error: z.string().nullable().describe('A code; the log of that process says more.'),
        }),
      ),
    }),
  ),
});

export const jobRunAnswer = z.object({
  job: z.string(),
  outcome: z.union([outcomeAnswer, z.literal('busy').describe('Another process is at it.')]),
  report: reportAnswer,
  error: z.string().nullable(),
});

/** The answer of a clock route. */
export const cronAnswer = z.object({
  job: z.string(),
  outcome: z.enum(['ok', 'partly', 'stopped', 'busy']),
  report: reportAnswer.optional(),
});
