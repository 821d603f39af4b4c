import { z } from 'zod';

const valueAnswer = z.unknown().optional().describe('Absent: the caller’s own default.');
const reasonAnswer = z.enum(['STATIC', 'DEFAULT', 'TARGETING_MATCH', 'SPLIT', 'DISABLED', 'ERROR']);
const causes = ['killed', 'off', 'prerequisite', 'override', 'codeDefault', 'target', 'membership', 'rule', 'default'];

const verdictShape = {
  value: valueAnswer,
  variant: z.string().nullable().optional(),
  reason: reasonAnswer,
  cause: z.enum(causes).optional(),
  ruleId: z.string().optional(),
  configVersion: z.int().optional(),
  errorCode: z.string().optional(),
  errorDetails: z.string().optional(),
  metadata: z
    .object({ profile: z.literal('unavailable') })
    .optional()
    .describe('The stored profile could not be had.'),
  trace: z.array(z.looseObject({})).optional().describe('With `?explain=1`: each step of the precedence list.'),
};

/** One flag of `/api/flags/{key}`. */
export const singleAnswer = z.object({ key: z.string(), ...verdictShape });

/** Answer of `/api/flags`. */
export const bulkAnswer = z.object({
  environment: z.string(),
  revision: z.int().describe('Committed changes of the environment.'),
  stale: z.boolean().optional().describe('True while the database cannot be asked for changes.'),
  flags: z.record(z.string(), z.object(verdictShape)),
});

/** One flag of an OFREP answer. */
export const ofrepAnswer = z.object({
  key: z.string(),
  value: valueAnswer,
  variant: z.string().optional(),
  reason: reasonAnswer.optional(),
  metadata: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  errorCode: z.string().optional(),
  errorDetails: z.string().optional(),
});
export const ofrepBulkAnswer = z.object({ flags: z.array(ofrepAnswer), metadata: z.looseObject({}).optional() });

/** An evaluation that is refused says it in OpenFeature's codes. */
export const evaluationErrorAnswer = z.object({
  key: z.string().optional(),
  reason: z.literal('ERROR').optional(),
  errorCode: z.string().describe('`PARSE_ERROR`, `INVALID_CONTEXT`, `FLAG_NOT_FOUND`, `TARGETING_KEY_MISSING`, …'),
  errorDetails: z.string().optional(),
});

export const healthAnswer = z.looseObject({
  status: z.enum(['ok', 'degraded', 'starting']),
  profiles: z
    .object({ held: z.int(), unavailable: z.int() })
    .optional()
    .describe('Subjects in memory, and flags answered without the stored profile that they needed.'),
});
