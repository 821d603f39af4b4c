import { z } from 'zod';
import { prerequisiteSchema, targetListSchema } from '../configuration';
import { conditionSchema } from '../condition';
import { instructionSchema } from '../instruction';
import { defaultServeSchema, rolloutSchema, windowSchema } from '../serve';
import { actorAnswer, instantAnswer, sentenceAnswer, pageOf } from './parts';

/** A rule as configurations hold it. */
export const storedRuleAnswer = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  enabled: z.boolean(),
  operator: z.enum(['AND', 'OR', 'NOT']),
  conditions: z.array(conditionSchema),
  serve: defaultServeSchema,
  rollout: rolloutSchema.optional(),
  window: windowSchema.optional(),
});

/** A rule by itself; the version is that of its configuration. */
export const ruleAnswer = storedRuleAnswer.extend({ version: z.int() });

export const ruleListAnswer = z.object({ items: z.array(ruleAnswer), nextCursor: z.null() });

export const configurationAnswer = z.object({
  flag: z.string(),
  environment: z.string(),
  version: z.int(),
  state: z.enum(['on', 'off', 'default']),
  killed: z.boolean(),
  offVariant: z.string().nullable(),
  targets: z.array(targetListSchema),
  prerequisites: z.array(prerequisiteSchema),
  rules: z.array(storedRuleAnswer),
  default: defaultServeSchema,
});

export const dryRunAnswer = z.object({ configuration: configurationAnswer, messages: z.array(sentenceAnswer) });

/** What a change answers: the new configuration, or for a dry run what it would be, in sentences. */
export const changeAnswer = z.union([configurationAnswer, dryRunAnswer]);

/** What the application said of its own default: told in the history, and sent by nobody. */
const codeDefaultAnswer = z.strictObject({ kind: z.literal('setCodeDefault'), variant: z.string() });

export const revisionAnswer = z.object({
  version: z.int(),
  baseVersion: z.int(),
  number: z.int().describe('Committed changes of the environment, this one included.'),
  at: instantAnswer,
  actor: actorAnswer,
  via: z.string(),
  comment: z.string().nullable(),
  requestId: z.string(),
  instructions: z.array(z.union([instructionSchema, codeDefaultAnswer])),
  messages: z.array(sentenceAnswer),
});
export const revisionPageAnswer = pageOf(revisionAnswer);

export const explainAnswer = z.object({
  key: z.string(),
  reason: z.enum(['STATIC', 'DEFAULT', 'TARGETING_MATCH', 'SPLIT', 'DISABLED', 'ERROR']),
  variant: z.string().nullable(),
  value: z.unknown().optional(),
  cause: z.string().optional(),
  ruleId: z.string().optional(),
  configVersion: z.int().optional(),
  errorCode: z.string().optional(),
  errorDetails: z.string().optional(),
  trace: z.array(z.looseObject({})).describe('Each step of the precedence list with its verdict.'),
});

export const compareAnswer = z.object({ messages: z.array(sentenceAnswer), instructions: z.array(instructionSchema) });
