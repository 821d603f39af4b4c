import { webhookCreateSchema } from '@/lib/schemas/webhook';
import { defineVerb } from '../define-verb';
import { serviceError } from '../errors';
import { assertChoice } from './assert-choice';
import { newWebhookSecret } from './secret';
import type { WebhookWithSecret } from './types';
import { auditedWebhook, webhookView } from './view';
import { withAddress } from './with-address';

export const MOST_WEBHOOKS = 20;

const write = defineVerb({
  verbName: 'webhooks.create',
  input: webhookCreateSchema,
  permission: 'settings.manage',
  locks: () => ({}),
  reaches: () => [],
  run: async (tx, { url, ...input }): Promise<WebhookWithSecret> => {
    const { projectId } = tx.scope;
    await assertChoice(tx, input);
    // Two that are made at once count each other.
    await tx.db.$queryRaw`SELECT id FROM project WHERE id = ${projectId} FOR NO KEY UPDATE`;
    const count = await tx.db.webhook.count({ where: { projectId } });
    if (count >= MOST_WEBHOOKS) throw serviceError('refused', 'webhooks_limit', { params: { limit: MOST_WEBHOOKS } });
    const secret = newWebhookSecret(tx);
    const row = await tx.db.webhook.create({
      data: {
        ...input,
        id: tx.newId(),
        projectId,
        url: tx.secrets.encrypt(url),
        secret: tx.secrets.encrypt(secret),
        secretAt: tx.now,
        createdBy: tx.actor.name,
        createdAt: tx.now,
        updatedAt: tx.now,
      },
    });
    tx.audit({ action: 'webhook.create', after: auditedWebhook(tx.secrets, row) });
    return { ...webhookView(tx, row, null), secret: row.format === 'slack' ? null : secret };
  },
});

/** Makes a webhook. Its secret is in the answer, this once; it is stored encrypted. */
export const createWebhook = withAddress(write, ({ url }) => url);
