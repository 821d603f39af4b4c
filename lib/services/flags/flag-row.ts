import type { Prisma } from '@/lib/db/generated/client';
import { foldKey } from '@/lib/schemas/key';
import { serviceError } from '../errors';
import type { TransactionClient } from '../transaction';

export type FlagRow = Prisma.FlagGetPayload<object>;

/** A flag of the project by its exact key, or `not_found`. */
export async function findFlag(db: TransactionClient, projectId: string, key: string): Promise<FlagRow> {
  const row = await db.flag.findUnique({ where: { projectId_keyFolded: { projectId, keyFolded: foldKey(key) } } });
  if (row?.key !== key) throw serviceError('not_found');
  return row;
}
