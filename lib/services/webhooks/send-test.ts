import { webhookPlaceSchema } from '@/lib/schemas/webhook';
import { authorize } from '../authorize';
import type { ProjectScope, ServiceContext } from '../context';
import { parseInput, refusing, type Verb } from '../define-verb';
import type { EventPayload } from '../outbox/payload';
import { TEST_TOPIC } from '../outbox/topics';
import { transaction } from '../transaction';
import { findWebhook, lockWebhook } from './find';
import { slackBody, standardBody } from './message';
import { sendMessage } from './send';
import type { DeliveryView } from './types';
import { deliveryView } from './view';
import { outboundOf } from './with-address';

const verbName = 'webhooks.test';
const permission = 'settings.manage' as const;

function testPayload(ctx: ServiceContext): EventPayload {
  return {
    v: 1,
    action: TEST_TOPIC,
    at: ctx.now.toISOString(),
    flag: null,
    environment: null,
    tenant: null,
    about: null,
    version: null,
    actor: { kind: ctx.actor.kind, name: ctx.actor.name },
    via: ctx.via,
    comment: null,
    auditId: null,
    requestId: ctx.requestId,
    details: null,
  };
}

async function run(ctx: ServiceContext, id: string): Promise<DeliveryView> {
  const row = await findWebhook(ctx.db, ctx.scope.projectId, id);
  const make = row.format === 'slack' ? slackBody : standardBody;
  const message = { id: `msg_${ctx.newId()}`, body: make(TEST_TOPIC, testPayload(ctx), ctx.scope.projectKey) };
  const sent = await sendMessage({ outbound: outboundOf(ctx), secrets: ctx.secrets }, row, message, ctx.now);
  return transaction(ctx, {}, async (tx) => {
    await lockWebhook(tx.db, ctx.scope.projectId, id);
    const stored = await tx.db.webhookDelivery.create({
      data: {
        ...message,
        webhookId: id,
        topic: TEST_TOPIC,
        status: sent.error === null ? 'delivered' : 'failed',
        attempts: 1,
        answer: sent.status,
        error: sent.error,
        response: sent.response,
        took: sent.took,
        createdAt: tx.now,
        attemptedAt: tx.now,
      },
    });
    tx.audit({ action: 'webhook.test', after: { id, name: row.name, answer: sent.status, error: sent.error } });
    return deliveryView(stored);
  });
}

const verb = (ctx: ServiceContext, raw: unknown): Promise<DeliveryView> =>
  refusing(ctx, verbName, async () => {
    authorize(ctx, permission, []);
    return run(ctx, parseInput(webhookPlaceSchema, raw).id);
  });

/** Sends an example at once and answers what came of it; it is not tried again. Works on one that is turned off. */
export const testWebhook: Verb<typeof webhookPlaceSchema, DeliveryView, ProjectScope> = Object.assign(verb, {
  verbName,
  input: webhookPlaceSchema,
  permission,
  kind: 'write' as const,
});
