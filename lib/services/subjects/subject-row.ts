import type { Prisma } from '@/lib/db/generated/client';
import { serviceError } from '../errors';
import type { TransactionClient } from '../transaction-client';

export type SubjectRow = Prisma.SubjectGetPayload<object>;

export const subjectId = (environmentId: string, key: string) => ({ environmentId_key: { environmentId, key } });

/** A stored subject of an environment, or `not_found`. */
export async function findSubjectRow(db: TransactionClient, environmentId: string, key: string): Promise<SubjectRow> {
  const row = await db.subject.findUnique({ where: subjectId(environmentId, key) });
  if (!row) throw serviceError('not_found');
  return row;
}
