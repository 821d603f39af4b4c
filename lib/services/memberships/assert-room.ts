import { z } from 'zod';
import { Prisma } from '@/lib/db/generated/client';
import { serviceError } from '../errors';
import type { EnvironmentRow, TransactionClient } from '../transaction';
import { FLAG, inForce } from './group-sql';

/** Memberships that a flag may have in an environment. */
export const MOST_MEMBERSHIPS = 1_000_000;
/** So many newer ones are counted each time; beyond, all are counted once more. */
const NEWER = 10_000;
const countSchema = z.tuple([z.object({ count: z.int() })]);

/**
 * Refuses more memberships than a flag may have. How many there were at a number is kept: what was written since is at
 * most so many more, and only close to the limit, or after many, are all counted.
 */
export async function assertRoom(
  db: TransactionClient,
  { id: environmentId, number }: EnvironmentRow,
  flag: string,
  adding: number,
  most = MOST_MEMBERSHIPS,
): Promise<void> {
  const where = { environmentId_flag: { environmentId, flag } };
  const kept = await db.membershipCount.findUnique({ where });
  const isUsable = kept !== null && kept.number <= number;
  if (isUsable) {
    const newer = await count(
      db,
      Prisma.sql`SELECT 1 FROM item i WHERE ${inForce(environmentId)} AND i.from_number > ${kept.number}
        AND ${FLAG} = ${flag} LIMIT ${NEWER}`,
    );
    if (newer < NEWER && kept.counted + newer + adding <= most) return;
  }
  const counted = await count(
    db,
    Prisma.sql`SELECT 1 FROM item i WHERE ${inForce(environmentId)} AND ${FLAG} = ${flag}`,
  );
  if (counted + adding > most) throw serviceError('refused', 'memberships_limit', { params: { limit: most } });
  await db.membershipCount.upsert({
    where,
    create: { environmentId, flag, counted, number },
    update: { counted, number },
  });
}

async function count(db: TransactionClient, rows: Prisma.Sql): Promise<number> {
  const found = await db.$queryRaw`SELECT count(*)::int AS count FROM (${rows}) AS found`;
  return countSchema.parse(found)[0].count;
}
