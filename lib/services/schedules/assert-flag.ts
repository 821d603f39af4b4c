import { serviceError } from '../errors';
import type { FlagRow } from '../flags/flag-row';
import type { TransactionClient } from '../transaction-client';

/**
 * The flag that a schedule means. Throws `flag_gone` where it was deleted, though another may have its key now, and
 * `flag_archived` where it is put away.
 */
export async function assertFlag(db: TransactionClient, { flagId }: { flagId: string }): Promise<FlagRow> {
  const row = await db.flag.findUnique({ where: { id: flagId } });
  if (!row) throw serviceError('refused', 'flag_gone');
  if (row.archivedAt !== null) throw serviceError('refused', 'flag_archived');
  return row;
}
