import { z } from 'zod';
import { actorAnswer, instantAnswer, pageOf, sentenceAnswer } from './parts';

const itemShape = {
  id: z.string(),
  number: z.int().describe('Counts the project’s requests; paths take it in the place of the id.'),
  title: z.string(),
  status: z
    .enum(['open', 'scheduled', 'applied', 'rejected', 'cancelled'])
    .describe('`scheduled`: approved, and waits for its time.'),
  environments: z.array(z.string()),
  flags: z.array(z.string()),
  author: actorAnswer.extend({ kind: z.string() }),
  comment: z.string().nullable(),
  approvals: z.object({
    required: z.int().describe('As many as the strictest of its environments wants, and at least one.'),
    given: z.array(z.string()).describe('Names of those whose approvals of what it says now count today.'),
    ids: z.array(z.string()),
  }),
  applyAt: instantAnswer.nullable().describe('When it is applied, once approved; null: by hand.'),
  appliedAt: instantAnswer.nullable(),
  appliedBy: z.string().nullable(),
  hasProblem: z.boolean().describe('Whether it could not be applied when somebody, or the clock, tried last.'),
  createdAt: instantAnswer,
  updatedAt: instantAnswer,
  version: z.int(),
};
export const changeRequestItemAnswer = z.object(itemShape);
export const changeRequestPageAnswer = pageOf(changeRequestItemAnswer);

export const changeRequestAnswer = z.object({
  ...itemShape,
  revision: z.int().describe('Rises when what it says changes: an approval is of one.'),
  steps: z.array(
    z.object({
      verb: z.string().describe('The operation that it will be.'),
      input: z.record(z.string(), z.unknown()),
      tenant: z.string().optional(),
      environments: z.array(z.string()),
      flags: z.array(z.string()),
    }),
  ),
});

export const changeRequestDetailAnswer = changeRequestAnswer.extend({
  events: z.array(
    z.object({
      at: instantAnswer,
      kind: z
        .string()
        .describe('`comment approve requestChanges reject rebase schedule apply fail cancel` or `revert`.'),
      revision: z.int(),
      actor: actorAnswer,
      body: z.string(),
    }),
  ),
  changes: z
    .array(
      z.object({
        action: z.string(),
        flag: z.string().nullable(),
        environment: z.string().nullable(),
        tenant: z.string().nullable(),
        before: z.unknown(),
        after: z.unknown(),
        messages: z.array(sentenceAnswer).describe('A configuration’s change in words; empty for anything else.'),
      }),
    )
    .describe('What applying would change now, or did.'),
  problem: z
    .object({
      kind: z.string(),
      code: z.string(),
      issues: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })),
    })
    .nullable()
    .describe('Why it cannot be applied as it is.'),
});
