import { z } from 'zod';
import { Prisma } from '@/lib/db/generated/client';
import { decodeCursor, encodeCursor, textPosition } from '../cursor';
import type { FlagRow } from '../flags/flag-row';
import type { Page } from '../page';
import type { TransactionClient } from '../transaction';
import { isFlagShown, isOverrideInForce } from './in-force';
import { matchingText } from './matching-text';

interface Asked {
  projectId: string;
  environmentId: string;
  now: Date;
  q: string | undefined;
  /** Only flags that somebody overrides: this tenant, or any where it is null. */
  overridden: boolean;
  tenant: string | null;
  /** Further conditions on the flag `f`. */
  seen: Prisma.Sql;
}

const keysSchema = z.array(z.object({ id: z.string(), key_folded: z.string() }));
const totalSchema = z.tuple([z.object({ total: z.int() })]);

/** `FROM flag f WHERE …`: the shown flags that match. */
export function shownFlags({ projectId, environmentId, now, q, overridden, tenant, seen }: Asked): Prisma.Sql {
  const some = Prisma.sql`
    AND f.key IN (
      SELECT split_part(i.key, '/', 1) FROM item i
      WHERE i.environment_id = ${environmentId} AND ${isOverrideInForce(now)}
        ${tenant === null ? Prisma.empty : Prisma.sql`AND split_part(i.key, '/', 2) = ${tenant}`})`;
  return Prisma.sql`
    FROM flag f
    WHERE f.project_id = ${projectId} AND ${isFlagShown(Prisma.sql`${environmentId}`)} AND ${seen}
      ${matchingText(q, [Prisma.sql`f.key`, Prisma.sql`f.name`, Prisma.sql`f.description`])}
      ${overridden ? some : Prisma.empty}`;
}

/** A page of shown flags by key. */
export async function pageOfFlags(
  db: TransactionClient,
  asked: Asked,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Page<FlagRow>> {
  const from = shownFlags(asked);
  const beyond =
    cursor === undefined ? Prisma.empty : Prisma.sql`AND f.key_folded > ${decodeCursor(textPosition, cursor)[0]}`;
  const found = keysSchema.parse(
    await db.$queryRaw`SELECT f.id, f.key_folded ${from} ${beyond} ORDER BY f.key_folded LIMIT ${limit + 1}`,
  );
  const [{ total }] = totalSchema.parse(await db.$queryRaw`SELECT count(*)::int AS total ${from}`);
  const page = found.slice(0, limit);
  const items = await db.flag.findMany({
    where: { id: { in: page.map(({ id }) => id) } },
    orderBy: { keyFolded: 'asc' },
  });
  const last = page.at(-1);
  return { items, nextCursor: found.length > limit && last ? encodeCursor([last.key_folded]) : null, total };
}
