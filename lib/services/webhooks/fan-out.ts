import { z } from 'zod';
import type { PrismaClient } from '@/lib/db/generated/client';
import type { ServiceContext } from '../context';
import { assertLease, type Lease } from '../leases/lease';
import { type EventPayload, eventPayloadSchema } from '../outbox/payload';
import { transaction, type WriteContext } from '../transaction';
import { slackBody, standardBody } from './message';
import type { WebhookRow } from './view';

const BATCH = 200;

const projects = z.array(z.object({ project_id: z.string() }));
const events = z.array(z.object({ id: z.bigint(), topic: z.string(), payload: z.unknown(), at: z.date() }));
type EventRow = z.output<typeof events>[number];

/** Projects of events that nobody was told of yet. */
export async function projectsWithEvents(db: PrismaClient): Promise<string[]> {
  const rows = await db.$queryRaw`
    SELECT DISTINCT project_id FROM (
      SELECT project_id FROM outbox WHERE delivered_at IS NULL AND project_id IS NOT NULL ORDER BY id LIMIT 1000
    ) AS waiting ORDER BY project_id`;
  return projects.parse(rows).map(({ project_id: id }) => id);
}

/** Whether a webhook asked for an event. What belongs to no environment reaches all of them. */
const wants = (hook: WebhookRow, { topic, at }: EventRow, { environment }: EventPayload): boolean =>
  hook.createdAt <= at &&
  (hook.topics.length === 0 || hook.topics.includes(topic)) &&
  (hook.environments.length === 0 || environment === null || hook.environments.includes(environment));

function deliveriesOf(tx: WriteContext, hooks: readonly WebhookRow[], event: EventRow) {
  const parsed = eventPayloadSchema.safeParse(event.payload);
  if (!parsed.success) return [];
  return hooks
    .filter((hook) => wants(hook, event, parsed.data))
    .map((hook) => ({
      id: `msg_${tx.newId()}`,
      webhookId: hook.id,
      eventId: event.id,
      topic: event.topic,
      body: (hook.format === 'slack' ? slackBody : standardBody)(event.topic, parsed.data, tx.scope.projectKey),
      status: 'waiting',
      nextAt: tx.now,
      createdAt: tx.now,
    }));
}

/**
 * Turns a project's next events into deliveries, one for each webhook that wants them, and marks them in the same
 * transaction: each is turned once, in whatever order their writers committed. Answers how many events there were.
 */
export function fanOut(ctx: ServiceContext, lease: Lease): Promise<{ events: number; deliveries: number }> {
  const { projectId } = ctx.scope;
  return transaction(ctx, {}, async (tx) => {
    await assertLease(tx.db, lease);
    const found = events.parse(
      await tx.db.$queryRaw`
        SELECT id, topic, payload, at FROM outbox WHERE delivered_at IS NULL AND project_id = ${projectId}
        ORDER BY id LIMIT ${BATCH} FOR UPDATE`,
    );
    // Held against being turned off meanwhile: then nothing may be left waiting.
    await tx.db.$queryRaw`SELECT id FROM webhook WHERE project_id = ${projectId} ORDER BY id FOR SHARE`;
    const hooks = await tx.db.webhook.findMany({ where: { projectId, enabled: true } });
    const made = found.flatMap((event) => deliveriesOf(tx, hooks, event));
    if (made.length > 0) await tx.db.webhookDelivery.createMany({ data: made });
    const ids = found.map(({ id }) => id);
    await tx.db.outbox.updateMany({ where: { id: { in: ids } }, data: { deliveredAt: tx.now } });
    return { events: found.length, deliveries: made.length };
  });
}

/** Events of projects that are no more: nobody is left to be told. */
export async function forgetEvents(db: PrismaClient, projectId: string, now: Date): Promise<void> {
  await db.outbox.updateMany({ where: { projectId, deliveredAt: null }, data: { deliveredAt: now } });
}
