import { z } from 'zod';
import { actorAnswer, instantAnswer, pageOf } from './parts';

export const auditAnswer = z.object({
  id: z.string(),
  at: instantAnswer,
  actor: actorAnswer,
  action: z.string(),
  flag: z.string().nullable(),
  environment: z.string().nullable(),
  before: z.unknown(),
  after: z.unknown(),
  comment: z.string().nullable(),
  requestId: z.string(),
  via: z.string(),
  erased: z.boolean(),
});
export const auditPageAnswer = pageOf(auditAnswer);

export const chainVerdictAnswer = z.looseObject({ ok: z.boolean() });

export const analyticsAnswer = z.object({
  environment: z.string(),
  from: instantAnswer,
  to: instantAnswer,
  bucket: z.enum(['hour', 'day']),
  series: z.array(z.object({ at: instantAnswer, counts: z.record(z.string(), z.int()) })),
  totals: z.record(z.string(), z.int()),
  bySdk: z.array(z.object({ sdk: z.string(), count: z.int(), lastAt: instantAnswer })),
  lastSeenAt: instantAnswer.nullable(),
  annotations: z.array(z.object({ at: instantAnswer, version: z.int(), actor: z.string() })),
});
