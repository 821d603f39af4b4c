import type { Prisma } from '@/lib/db/generated/client';
import type { Secrets } from '../secrets';
import type { TransactionClient } from '../transaction-client';
import type { DeliveryStatus, DeliveryView, WebhookFormat, WebhookView } from './types';

export type WebhookRow = Prisma.WebhookGetPayload<object>;
export type DeliveryRow = Prisma.WebhookDeliveryGetPayload<object>;

export const formatOf = (format: string): WebhookFormat => (format === 'slack' ? 'slack' : 'standard');
const statusOf = (status: string): DeliveryStatus =>
  status === 'delivered' || status === 'failed' ? status : 'waiting';
const reasonOf = (reason: string | null) => (reason === 'gone' || reason === 'failing' ? reason : null);

/** A stored address; empty where the key that encrypted it is no longer configured. */
export function addressOf(secrets: Secrets, { url }: Pick<WebhookRow, 'url'>): string {
  try {
    return secrets.decrypt(url);
  } catch {
    return '';
  }
}

/** An address without what may be a secret in it. */
const originOf = (url: string): string => (url === '' ? '' : `${new URL(url).origin}/…`);

type Last = Pick<DeliveryRow, 'status' | 'createdAt' | 'attemptedAt' | 'answer' | 'error'>;

export function webhookView(
  { secrets, now }: { secrets: Secrets; now: Date },
  row: WebhookRow,
  last: Last | null,
): WebhookView {
  const format = formatOf(row.format);
  const url = addressOf(secrets, row);
  const isSigned = format === 'standard';
  const overlap = row.previousUntil !== null && row.previousUntil > now ? row.previousUntil : null;
  return {
    id: row.id,
    name: row.name,
    url: format === 'slack' ? originOf(url) : url,
    format,
    topics: [...row.topics],
    environments: [...row.environments],
    enabled: row.enabled,
    disabledReason: reasonOf(row.disabledReason),
    failingSince: row.failingSince?.toISOString() ?? null,
    secretAt: isSigned ? row.secretAt.toISOString() : null,
    previousUntil: isSigned ? (overlap?.toISOString() ?? null) : null,
    createdBy: row.createdBy,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    version: row.version,
    last: last && {
      status: statusOf(last.status),
      at: (last.attemptedAt ?? last.createdAt).toISOString(),
      answer: last.answer,
      error: last.error,
    },
  };
}

/** What the audit keeps of one: nothing that could be a secret. */
export function auditedWebhook(secrets: Secrets, row: WebhookRow) {
  const { id, name, format, topics, environments, enabled, version } = row;
  return { id, name, url: originOf(addressOf(secrets, row)), format, topics, environments, enabled, version };
}

/** The newest event on its way to a webhook. */
export const lastOf = (
  db: Pick<TransactionClient, 'webhookDelivery'>,
  webhookId: string,
): Promise<DeliveryRow | null> =>
  db.webhookDelivery.findFirst({ where: { webhookId }, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] });

export const deliveryView = (row: DeliveryRow): DeliveryView => ({
  id: row.id,
  topic: row.topic,
  status: statusOf(row.status),
  attempts: row.attempts,
  nextAt: row.status === 'waiting' ? (row.nextAt?.toISOString() ?? null) : null,
  answer: row.answer,
  error: row.error,
  response: row.response,
  took: row.took,
  createdAt: row.createdAt.toISOString(),
  attemptedAt: row.attemptedAt?.toISOString() ?? null,
  body: row.body,
});
