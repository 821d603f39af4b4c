import { z } from 'zod';
import { COMPARISONS, PLAN_STATUSES, STRATEGIES, strategySchema } from '../plan';
import { instantAnswer, pageOf, sentenceAnswer } from './parts';

const params = z.record(z.string(), z.union([z.string(), z.number()]));
const reasonAnswer = z.object({ code: z.string(), params });
const readingAnswer = z
  .object({ value: z.number(), at: instantAnswer })
  .nullable()
  .describe('The newest value within the window since the step began.');
const gateShape = {
  signal: z.string(),
  operator: z.enum(COMPARISONS),
  value: z.number().describe('The threshold.'),
  window: z.string(),
  current: readingAnswer,
};
const trackShape = {
  index: z.int(),
  environment: z.string(),
  percentage: z.number().describe('0 to 100.'),
  targetGroups: z.array(z.string()),
  includedRoles: z.array(z.string()),
  excludedRoles: z.array(z.string()),
  duration: z.string().nullable(),
  state: z.enum(['done', 'current', 'upcoming', 'undone']),
};
const stepAnswer = z.object({
  ...trackShape,
  segments: z.array(z.string()).describe('Those of `targetGroups` that are segments now.'),
  gates: z.array(z.object({ ...gateShape, met: z.boolean().nullable().describe('Null: no value; it holds.') })),
  guardrails: z.array(
    z.object({ ...gateShape, onBreach: z.enum(['rollBack', 'pause']), breached: z.boolean().nullable() }),
  ),
  from: instantAnswer.nullable(),
  until: instantAnswer.nullable(),
  messages: z.array(sentenceAnswer).describe('What applying it would change now.'),
});
const warningAnswer = z.object({ path: z.string(), code: z.string(), params });

const itemShape = {
  id: z.string(),
  name: z.string(),
  description: z.string(),
  flag: z.string(),
  environment: z.string().nullable(),
  environments: z.array(z.string()),
  status: z.enum(PLAN_STATUSES),
  step: z.int().nullable().describe('Index of the step in force.'),
  since: instantAnswer.nullable(),
  nextAt: instantAnswer.nullable().describe('When the step’s duration ends.'),
  left: z.int().nullable().describe('Milliseconds of it that are left while the plan is paused.'),
  reason: reasonAnswer.nullable(),
  author: z.object({ kind: z.string(), id: z.string(), name: z.string() }),
  createdAt: instantAnswer,
  updatedAt: instantAnswer,
  version: z.int(),
};
export const planPageAnswer = pageOf(
  z.object({ ...itemShape, strategy: z.enum(STRATEGIES), steps: z.array(z.object(trackShape)) }),
);

const eventAnswer = z.object({
  id: z.string(),
  at: instantAnswer,
  kind: z.string(),
  step: z.int().nullable(),
  actor: z.string(),
  clock: z.boolean().describe('The clock did it, in the actor’s name.'),
  reason: reasonAnswer.nullable(),
  comment: z.string().nullable(),
  forced: z.boolean(),
  partly: z.boolean().describe('Parts that others changed since stayed as they were.'),
});
export const planAnswer = z.object({
  ...itemShape,
  variant: z.string().nullable(),
  unit: z.string(),
  strategy: strategySchema,
  steps: z.array(stepAnswer),
  events: z.array(eventAnswer).describe('Newest first.'),
  warnings: z.array(warningAnswer),
  acts: z.array(z.enum(['edit', 'remove', 'start', 'pause', 'resume', 'advance', 'rollback'])),
  requestId: z.string().nullable().describe('The change request by which it was approved as a whole.'),
  completesAt: instantAnswer.nullable(),
});

export const planPreviewAnswer = z.object({
  variant: z.string(),
  unit: z.string(),
  strategy: strategySchema,
  environments: z.array(z.string()),
  steps: z.array(stepAnswer),
  warnings: z.array(warningAnswer),
  startsAt: instantAnswer,
  completesAt: instantAnswer,
});

export const signalPageAnswer = pageOf(
  z.object({
    name: z.string(),
    environment: z.string(),
    flag: z.string().nullable().describe('Null: of the whole environment.'),
    value: z.number(),
    at: instantAnswer,
  }),
);
export const signalsAcceptedAnswer = z.object({ accepted: z.int() });
