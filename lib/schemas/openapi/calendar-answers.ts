import { z } from 'zod';
import { instantAnswer } from './parts';

export const calendarAnswer = z.object({
  from: instantAnswer,
  to: instantAnswer,
  timezone: z.string(),
  items: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(['schedule', 'plan', 'request', 'ramp', 'window', 'membership', 'override']),
      what: z
        .enum(['run', 'step', 'completes', 'apply', 'band', 'starts', 'ends'])
        .describe('A band lasts from `at` to `until`: a ramp, or when a rule’s window is open.'),
      at: instantAnswer,
      until: instantAnswer.nullable(),
      flag: z.string().nullable(),
      environment: z.string(),
      name: z.string(),
      ref: z.string().nullable().describe('The id of a schedule, plan, change request or rule.'),
      count: z.int().describe('How many memberships or overrides of one day are counted together.'),
      frequent: z.boolean().describe('A schedule that runs more often in a day than is listed.'),
      outcome: z.string().nullable().describe('What came of a run that was; the state of a plan or change request.'),
      number: z.int().nullable().describe('The step’s index, from 0; the number of a change request.'),
      collides: z.array(z.string()).describe('Ids of others here that change the same at about the same time.'),
    }),
  ),
  more: z
    .array(z.object({ day: z.string(), count: z.int() }))
    .describe('Days of the zone of which not all is listed: how much is not.'),
});

export const calendarLinkAnswer = z.object({ createdAt: instantAnswer.nullable() });
export const createdCalendarLinkAnswer = z.object({
  url: z.string().describe('For calendar apps. Shown once; whoever has it reads the calendar.'),
  createdAt: instantAnswer,
});
