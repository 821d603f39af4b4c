import { serviceError } from '../errors';
import type { TransactionClient } from '../transaction-client';
import { PROGRESS_OF, type ProgressRow } from './progress-view';

/** A stored subject with its milestones, or `not_found`. */
export async function findProgress(
  db: TransactionClient,
  environmentId: string,
  targetingKey: string,
): Promise<ProgressRow> {
  const row = await db.subject.findUnique({
    where: { environmentId_key: { environmentId, key: targetingKey } },
    include: PROGRESS_OF,
  });
  if (!row) throw serviceError('not_found');
  return row;
}
