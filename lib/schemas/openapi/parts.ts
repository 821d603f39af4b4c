import { z } from 'zod';

/** An instant as answers write it: RFC 3339 in UTC. */
export const instantAnswer = z.string().meta({ format: 'date-time' });

/** Who did something: a user, an API key or a job. */
export const actorAnswer = z.object({ id: z.string(), name: z.string() });

/** A page of a list: `nextCursor` is null on the last one, `total` counts all that match, where counting is cheap. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable(), total: z.int().optional() });

/** A message id of the catalogue `changes`; its parameters may be such messages again, or lists of them. */
export const sentenceAnswer = z.object({ id: z.string(), params: z.record(z.string(), z.unknown()) });

/** Where something is used, and so cannot be removed. */
export const usageAnswer = z.object({
  kind: z.enum(['prerequisite', 'segment', 'virtualSegment', 'rule']),
  key: z.string(),
  environment: z.string(),
});
export const usageListAnswer = z.object({ items: z.array(usageAnswer), nextCursor: z.null() });

export const errorAnswerSchema = z.object({
  error: z.object({
    code: z.string().describe('What programs read, such as `version_conflict`.'),
    message: z.string().describe('A sentence in English.'),
    issues: z
      .array(
        z.object({
          path: z.string().describe('Dotted, such as `rules.0.conditions.1.value`; empty for the whole.'),
          code: z.string(),
          message: z.string(),
        }),
      )
      .optional()
      .describe('What is wrong, and where.'),
    current: z.unknown().optional().describe('For a conflict: what is stored now.'),
    requestId: z.string().describe('The same as the header `x-request-id`; it is in the audit and the log.'),
  }),
});
