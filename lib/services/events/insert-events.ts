import { z } from 'zod';
import type { ReadEvent } from '@/lib/schemas/event';
import type { TransactionClient } from '../transaction-client';

const idsSchema = z.array(z.object({ id: z.string() }));

/** Stores events of one environment in one statement, each id once for all time. Answers the ids that were new. */
export async function insertEvents(
  db: TransactionClient,
  environmentId: string,
  events: readonly ReadEvent[],
  now: Date,
): Promise<Set<string>> {
  const track = (event: ReadEvent) => (event.type === 'track' ? event : null);
  const exposure = (event: ReadEvent) => (event.type === 'exposure' ? event : null);
  const rows = await db.$queryRaw`
    INSERT INTO event (environment_id, id, type, flag, variant, event, value, subject, tenant, at, received_at)
    SELECT ${environmentId}, t.id, t.type, t.flag, t.variant, t.event, t.value, t.subject, t.tenant, t.at, ${now}
    FROM unnest(
      ${events.map(({ id }) => id)}::text[], ${events.map(({ type }) => type)}::text[],
      ${events.map((event) => exposure(event)?.flag ?? null)}::text[],
      ${events.map((event) => exposure(event)?.variant ?? null)}::text[],
      ${events.map((event) => track(event)?.event ?? null)}::text[],
      ${events.map((event) => track(event)?.value ?? null)}::float8[],
      ${events.map(({ subject }) => subject)}::text[], ${events.map(({ tenant }) => tenant)}::text[],
      ${events.map(({ at }) => at)}::timestamptz[]
    ) AS t (id, type, flag, variant, event, value, subject, tenant, at)
    ORDER BY t.id
    ON CONFLICT (environment_id, id) DO NOTHING RETURNING id`;
  return new Set(idsSchema.parse(rows).map(({ id }) => id));
}
