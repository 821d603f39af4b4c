import { z } from 'zod';
import { deliveryListSchema } from '@/lib/schemas/webhook';
import { cutPage, decodeCursor } from '../cursor';
import { defineRead } from '../define-verb';
import type { Page } from '../page';
import { findWebhook } from './find';
import type { DeliveryView } from './types';
import { deliveryView } from './view';

/** Milliseconds and id of the last one of a page. */
const position = z.tuple([z.int().min(0).max(8.64e15), z.string().min(1).max(100)]);

function older(cursor: string | undefined) {
  if (cursor === undefined) return {};
  const [at, id] = decodeCursor(position, cursor);
  const createdAt = new Date(at);
  return { OR: [{ createdAt: { lt: createdAt } }, { createdAt, id: { lt: id } }] };
}

/** What was sent to a webhook, or waits to be, newest first. */
export const listDeliveries = defineRead({
  verbName: 'webhooks.listDeliveries',
  input: deliveryListSchema,
  permission: 'settings.manage',
  run: async ({ db, scope }, { id, limit, cursor, status }): Promise<Page<DeliveryView>> => {
    await findWebhook(db, scope.projectId, id);
    const rows = await db.webhookDelivery.findMany({
      where: { AND: [{ webhookId: id, ...(status && { status }) }, older(cursor)] },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: limit + 1,
    });
    return cutPage(rows, limit, deliveryView, (row) => [row.createdAt.getTime(), row.id]);
  },
});
