import type { Prisma } from '@/lib/db/generated/client';
import { foldKey } from '@/lib/schemas/key';
import { serviceError } from '../errors';
import type { TransactionClient } from '../transaction';

export type SegmentRow = Prisma.SegmentGetPayload<object>;

/** A segment of the project by its exact key, or `not_found`. */
export async function findSegment(db: TransactionClient, projectId: string, key: string): Promise<SegmentRow> {
  const row = await db.segment.findUnique({ where: { projectId_keyFolded: { projectId, keyFolded: foldKey(key) } } });
  if (row?.key !== key) throw serviceError('not_found');
  return row;
}
