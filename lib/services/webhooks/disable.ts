import type { WriteContext } from '../transaction';
import { lockWebhook } from './find';
import { auditedWebhook, type WebhookRow } from './view';

type Reason = 'gone' | 'failing';

const REASONS: Readonly<Record<Reason, string>> = {
  gone: 'The receiver answered 410: it wants nothing more.',
  failing: 'Nothing could be delivered for five days.',
};

/** Turns a locked webhook on or off, by somebody or, with a reason, by itself. What waits for it is given up. */
export async function turnWebhook(
  tx: WriteContext,
  row: WebhookRow,
  enabled: boolean,
  reason: Reason | null = null,
): Promise<WebhookRow> {
  const { id } = row;
  const stored = await tx.db.webhook.update({
    where: { id },
    data: {
      enabled,
      disabledReason: reason,
      ...(enabled && { failingSince: null }),
      version: { increment: 1 },
      updatedAt: tx.now,
    },
  });
  if (!enabled) {
    const given = { status: 'failed', error: 'disabled', nextAt: null };
    await tx.db.webhookDelivery.updateMany({ where: { webhookId: id, status: 'waiting' }, data: given });
  }
  const audited = { before: auditedWebhook(tx.secrets, row), after: auditedWebhook(tx.secrets, stored) };
  if (enabled) tx.audit({ action: 'webhook.enable', ...audited });
  else tx.audit({ action: 'webhook.disable', ...audited, comment: reason ? REASONS[reason] : undefined });
  return stored;
}

/** Turns a webhook off by itself, if it is on. */
export async function disableWebhook(tx: WriteContext, id: string, reason: Reason): Promise<boolean> {
  const row = await lockWebhook(tx.db, tx.scope.projectId, id);
  if (!row.enabled) return false;
  await turnWebhook(tx, row, false, reason);
  return true;
}
