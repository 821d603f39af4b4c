import { timingSafeEqual } from 'node:crypto';
import { foldKey } from '@/lib/schemas/key';
import type { TransactionClient } from '../transaction-client';
import { hashSecret } from '../secrets';

/** Whose link a secret is, in the project it was made in; null for any other. */
export async function findCalendarFeed(
  db: Pick<TransactionClient, 'calendarFeed'>,
  project: string,
  secret: string,
): Promise<{ project: { id: string; key: string }; author: { kind: string; id: string } } | null> {
  const hash = hashSecret(secret);
  const row = await db.calendarFeed.findUnique({
    where: { hash },
    include: { project: { select: { id: true, key: true } } },
  });
  if (!row || !timingSafeEqual(Buffer.from(row.hash), Buffer.from(hash))) return null;
  if (foldKey(row.project.key) !== foldKey(project)) return null;
  return { project: row.project, author: { kind: row.authorKind, id: row.authorId } };
}
