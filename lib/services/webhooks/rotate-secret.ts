import { webhookPlaceSchema } from '@/lib/schemas/webhook';
import { defineVerb } from '../define-verb';
import { serviceError } from '../errors';
import { lockWebhook } from './find';
import { newWebhookSecret } from './secret';
import type { WebhookWithSecret } from './types';
import { lastOf, webhookView } from './view';

/** For so long both secrets sign. */
const OVERLAP_MS = 86_400_000;

/** Makes a new secret and shows it once; for a day the one before signs too, so that receivers can follow. */
export const rotateWebhookSecret = defineVerb({
  verbName: 'webhooks.rotateSecret',
  input: webhookPlaceSchema,
  permission: 'settings.manage',
  locks: () => ({}),
  reaches: () => [],
  run: async (tx, { id }): Promise<WebhookWithSecret> => {
    const row = await lockWebhook(tx.db, tx.scope.projectId, id);
    if (row.format === 'slack') throw serviceError('refused', 'webhook_unsigned');
    const secret = newWebhookSecret(tx);
    const stored = await tx.db.webhook.update({
      where: { id },
      data: {
        secret: tx.secrets.encrypt(secret),
        secretAt: tx.now,
        previousSecret: row.secret,
        previousUntil: new Date(tx.now.getTime() + OVERLAP_MS),
        version: { increment: 1 },
        updatedAt: tx.now,
      },
    });
    tx.audit({ action: 'webhook.rotateSecret', after: { id, name: row.name, version: stored.version } });
    return { ...webhookView(tx, stored, await lastOf(tx.db, id)), secret };
  },
});
