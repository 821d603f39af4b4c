import { z } from 'zod';
import { defineRead } from '../define-verb';
import type { Page } from '../page';
import type { WebhookView } from './types';
import { lastOf, webhookView } from './view';

/** The webhooks of a project by name: there are few of them. */
export const listWebhooks = defineRead({
  verbName: 'webhooks.list',
  input: z.object({}),
  permission: 'settings.manage',
  run: async (ctx): Promise<Page<WebhookView>> => {
    const { projectId } = ctx.scope;
    const rows = await ctx.db.webhook.findMany({ where: { projectId }, orderBy: [{ name: 'asc' }, { id: 'asc' }] });
    const items = await Promise.all(rows.map(async (row) => webhookView(ctx, row, await lastOf(ctx.db, row.id))));
    return { items, nextCursor: null, total: items.length };
  },
});
