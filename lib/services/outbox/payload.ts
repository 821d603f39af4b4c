import { z } from 'zod';

/** What the outbox keeps of an event. Neither what was before nor after: those hold personal data and may be large. */
export const eventPayloadSchema = z.object({
  v: z.literal(1),
  action: z.string(),
  at: z.string(),
  flag: z.string().nullable(),
  environment: z.string().nullable(),
  tenant: z.string().nullable(),
  about: z.string().nullable(),
  version: z.int().nullable(),
  actor: z.object({ kind: z.enum(['user', 'apiKey', 'job']), name: z.string() }),
  via: z.string(),
  comment: z.string().nullable(),
  auditId: z.string().nullable(),
  requestId: z.string(),
  details: z.record(z.string(), z.json()).nullable(),
});
export type EventPayload = z.output<typeof eventPayloadSchema>;
