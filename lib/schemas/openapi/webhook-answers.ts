import { z } from 'zod';
import { instantAnswer, pageOf } from './parts';

const status = z.enum(['waiting', 'delivered', 'failed']);

export const webhookAnswer = z.object({
  id: z.string(),
  name: z.string(),
  url: z.string().describe('Of a Slack webhook only the origin: the whole is a secret.'),
  format: z.enum(['standard', 'slack']),
  topics: z.array(z.string()).describe('Empty: all events.'),
  environments: z.array(z.string()).describe('Empty: all. Events of no environment are always told.'),
  enabled: z.boolean(),
  disabledReason: z
    .enum(['gone', 'failing'])
    .nullable()
    .describe('Why it was turned off by itself: the receiver answered 410, or nothing was received for five days.'),
  failingSince: instantAnswer.nullable(),
  secretAt: instantAnswer.nullable().describe('Since when the secret in force is.'),
  previousUntil: instantAnswer.nullable().describe('Until when the secret before signs too.'),
  createdBy: z.string(),
  createdAt: instantAnswer,
  updatedAt: instantAnswer,
  version: z.int(),
  last: z
    .object({ status, at: instantAnswer, answer: z.int().nullable(), error: z.string().nullable() })
    .nullable()
    .describe('The newest event on its way.'),
});
export const webhookPageAnswer = pageOf(webhookAnswer);
export const webhookSecretAnswer = webhookAnswer.extend({
  secret: z.string().nullable().describe('Shown this once. Null for Slack, where nothing is signed.'),
});

export const deliveryAnswer = z.object({
  id: z.string().describe('Sent as `webhook-id`, the same at every attempt.'),
  topic: z.string(),
  status,
  attempts: z.int(),
  nextAt: instantAnswer.nullable(),
  answer: z.int().nullable().describe('HTTP status of the last attempt.'),
  error: z.string().nullable().describe('Why the last attempt did not succeed.'),
  response: z.string().nullable().describe('The beginning of the last answer, at most 1 kB.'),
  took: z.int().nullable().describe('Milliseconds.'),
  createdAt: instantAnswer,
  attemptedAt: instantAnswer.nullable(),
  body: z.string().describe('What is sent.'),
});
export const deliveryPageAnswer = pageOf(deliveryAnswer);
