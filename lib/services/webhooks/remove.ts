import { webhookRemoveSchema } from '@/lib/schemas/webhook';
import { defineVerb } from '../define-verb';
import { requireVersion } from '../require-version';
import { lockWebhook } from './find';
import { auditedWebhook, webhookView } from './view';

/** Deletes a webhook with what waits for it and its log. */
export const removeWebhook = defineVerb({
  verbName: 'webhooks.remove',
  input: webhookRemoveSchema,
  permission: 'settings.manage',
  locks: () => ({}),
  reaches: () => [],
  run: async (tx, { id, version }): Promise<void> => {
    const row = await lockWebhook(tx.db, tx.scope.projectId, id);
    if (version !== undefined) requireVersion(version, row.version, webhookView(tx, row, null));
    await tx.db.webhook.delete({ where: { id } });
    tx.audit({ action: 'webhook.delete', before: auditedWebhook(tx.secrets, row) });
  },
});
