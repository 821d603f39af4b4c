import { same } from '@/lib/changes/same';
import { webhookPatchSchema } from '@/lib/schemas/webhook';
import { defineVerb } from '../define-verb';
import { requireVersion } from '../require-version';
import { assertChoice } from './assert-choice';
import { turnWebhook } from './disable';
import { lockWebhook } from './find';
import type { WebhookView } from './types';
import { addressOf, auditedWebhook, lastOf, webhookView } from './view';
import { withAddress } from './with-address';

const write = defineVerb({
  verbName: 'webhooks.update',
  input: webhookPatchSchema,
  permission: 'settings.manage',
  locks: () => ({}),
  reaches: () => [],
  run: async (tx, { id, version, url, enabled, ...patch }): Promise<WebhookView> => {
    const before = await lockWebhook(tx.db, tx.scope.projectId, id);
    requireVersion(version, before.version, webhookView(tx, before, await lastOf(tx.db, id)));
    await assertChoice(tx, patch);
    const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
    const isMoved = url !== undefined && url !== addressOf(tx.secrets, before);
    let row = before;
    if (isMoved || Object.entries(given).some(([name, value]) => !same(value, Reflect.get(before, name)))) {
      const moved = isMoved && { url: tx.secrets.encrypt(url) };
      const data = { ...given, ...moved, version: { increment: 1 }, updatedAt: tx.now };
      row = await tx.db.webhook.update({ where: { id }, data });
      const audited = { before: auditedWebhook(tx.secrets, before), after: auditedWebhook(tx.secrets, row) };
      tx.audit({ action: 'webhook.update', ...audited });
    }
    if (enabled !== undefined && enabled !== before.enabled) row = await turnWebhook(tx, row, enabled);
    return webhookView(tx, row, await lastOf(tx.db, id));
  },
});

/** Changes a webhook’s name, address and choice of events, or turns it on or off. */
export const updateWebhook = withAddress(write, ({ url }) => url);
