import { webhookPlaceSchema } from '@/lib/schemas/webhook';
import { defineRead } from '../define-verb';
import { findWebhook } from './find';
import type { WebhookView } from './types';
import { lastOf, webhookView } from './view';

/** One webhook, without its secret. */
export const getWebhook = defineRead({
  verbName: 'webhooks.get',
  input: webhookPlaceSchema,
  permission: 'settings.manage',
  run: async (ctx, { id }): Promise<WebhookView> => {
    const row = await findWebhook(ctx.db, ctx.scope.projectId, id);
    return webhookView(ctx, row, await lastOf(ctx.db, id));
  },
});
