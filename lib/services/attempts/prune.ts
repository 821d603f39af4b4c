import type { Prisma, PrismaClient } from '@/lib/db/generated/client';
import { WINDOW_MS } from './window';

/** Rows kept of each kind; the oldest go first. */
const KEPT = 10_000;

async function cut(db: PrismaClient, where: Prisma.AttemptWhereInput): Promise<void> {
  const [first] = await db.attempt.findMany({
    where,
    orderBy: { id: 'desc' },
    skip: KEPT,
    take: 1,
    select: { id: true },
  });
  if (first) await db.attempt.deleteMany({ where: { AND: [where, { id: { lte: first.id } }] } });
}

/** Bounds the log. Failures that throttling still counts stay, or a flood of others would let a guesser go on. */
export async function pruneAttempts(db: PrismaClient, now: Date): Promise<void> {
  const counted = new Date(now.getTime() - WINDOW_MS);
  await cut(db, { kind: 'refused' });
  await cut(db, {
    kind: { in: ['signIn', 'signUp', 'provider'] },
    OR: [{ outcome: 'throttled' }, { at: { lt: counted } }],
  });
}
