import { deliveryPlaceSchema } from '@/lib/schemas/webhook';
import { defineVerb } from '../define-verb';
import { serviceError } from '../errors';
import { lockWebhook } from './find';
import type { DeliveryView } from './types';
import { deliveryView } from './view';

/** Sends something once more, under the id that it had: it waits again, from the first attempt. */
export const redeliver = defineVerb({
  verbName: 'webhooks.redeliver',
  input: deliveryPlaceSchema,
  permission: 'settings.manage',
  locks: () => ({}),
  reaches: () => [],
  run: async (tx, { id, delivery }): Promise<DeliveryView> => {
    const hook = await lockWebhook(tx.db, tx.scope.projectId, id);
    const row = await tx.db.webhookDelivery.findFirst({ where: { id: delivery, webhookId: id } });
    if (!row) throw serviceError('not_found');
    if (!hook.enabled) throw serviceError('refused', 'webhook_disabled');
    const stored = await tx.db.webhookDelivery.update({
      where: { id: delivery },
      data: { status: 'waiting', attempts: 0, nextAt: tx.now },
    });
    tx.audit({ action: 'webhook.redeliver', after: { id, name: hook.name, delivery, topic: row.topic } });
    return deliveryView(stored);
  },
});
