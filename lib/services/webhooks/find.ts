import { serviceError } from '../errors';
import type { TransactionClient } from '../transaction-client';
import type { WebhookRow } from './view';

/** A webhook of this project, or `not_found`. */
export async function findWebhook(
  db: Pick<TransactionClient, 'webhook'>,
  projectId: string,
  id: string,
): Promise<WebhookRow> {
  const row = await db.webhook.findFirst({ where: { id, projectId } });
  if (!row) throw serviceError('not_found');
  return row;
}

/** The same, held until the transaction ends. */
export async function lockWebhook(db: TransactionClient, projectId: string, id: string): Promise<WebhookRow> {
  await db.$queryRaw`SELECT id FROM webhook WHERE id = ${id} AND project_id = ${projectId} FOR UPDATE`;
  return findWebhook(db, projectId, id);
}
