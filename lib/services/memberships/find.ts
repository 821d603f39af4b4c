import type { MembershipBody } from '@/lib/engine/types';
import { serviceError } from '../errors';
import { readItem } from '../items/read';
import type { TransactionClient } from '../transaction';
import { membershipKey } from './membership-key';
import type { StoredMembership } from './view';

/** A membership in force by its id, or `not_found`. */
export async function findMembership(
  db: TransactionClient,
  environmentId: string,
  flag: string,
  id: string,
): Promise<StoredMembership> {
  const where = { environmentId, kind: 'membership', key: membershipKey(flag, id), toNumber: null };
  const row = await db.item.findFirst({ where, select: { kind: true, key: true, body: true, fromAt: true } });
  if (!row) throw serviceError('not_found');
  const item = readItem(row);
  if (item.kind !== 'membership') throw new Error('not a membership');
  const body: MembershipBody = item.body;
  return { key: row.key, body, fromAt: row.fromAt };
}
