import { z } from 'zod';
import { Prisma } from '@/lib/db/generated/client';
import { decodeCursor } from '../cursor';
import type { EnvironmentRow, TransactionClient } from '../transaction';

export type FlagSort = 'key' | 'name' | 'createdAt' | 'updatedAt' | 'lastSeenAt';

export interface FlagSelection {
  sort: FlagSort;
  direction: 'asc' | 'desc';
  cursor?: string;
  /** Absent: all. */
  limit?: number;
}

/** A selected flag and where it stands in the list. */
export interface SelectedFlag {
  id: string;
  key: string;
  position: string;
}

/** Instants are compared as whole milliseconds, which is what a cursor can hold; never seen comes first. */
const POSITIONS: Record<FlagSort, Prisma.Sql> = {
  key: Prisma.sql`f.key_folded`,
  name: Prisma.sql`lower(f.name)`,
  createdAt: Prisma.sql`to_char(f.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS')`,
  updatedAt: Prisma.sql`to_char(f.updated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS')`,
  lastSeenAt: Prisma.sql`coalesce(to_char(seen.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS'), '')`,
};

const text = z
  .string()
  .max(600)
  .refine((value) => !value.includes('\0'));
const cursorSchema = z.tuple([z.enum(['key', 'name', 'createdAt', 'updatedAt', 'lastSeenAt']), text, text]);
const rowsSchema = z.array(z.object({ id: z.string(), key: z.string(), position: z.string() }));

function seenJoin(sort: FlagSort, environments: readonly EnvironmentRow[]): Prisma.Sql {
  if (sort !== 'lastSeenAt') return Prisma.empty;
  return Prisma.sql`LEFT JOIN (
    SELECT flag, max(last_at) AS at FROM evaluation_count
    WHERE environment_id = ANY(${environments.map(({ id }) => id)}) GROUP BY flag) seen ON seen.flag = f.key`;
}

/** Flags in the order of a list, from its cursor on. Throws `invalid_cursor` for one of another order. */
export async function selectFlags(
  db: TransactionClient,
  environments: readonly EnvironmentRow[],
  filters: readonly Prisma.Sql[],
  { sort, direction, cursor, limit }: FlagSelection,
): Promise<SelectedFlag[]> {
  const position = POSITIONS[sort];
  const order = direction === 'asc' ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  const beyond = direction === 'asc' ? Prisma.sql`>` : Prisma.sql`<`;
  const after: Prisma.Sql[] = [];
  if (cursor !== undefined) {
    const [, at, id] = decodeCursor(
      cursorSchema.refine(([sorted]) => sorted === sort),
      cursor,
    );
    after.push(Prisma.sql`(${position}, f.id) ${beyond} (${at}, ${id})`);
  }
  const rows = await db.$queryRaw`
    SELECT f.id, f.key, ${position} AS position FROM flag f ${seenJoin(sort, environments)}
    WHERE ${Prisma.join([...filters, ...after], ' AND ')}
    ORDER BY ${position} ${order}, f.id ${order} ${limit === undefined ? Prisma.empty : Prisma.sql`LIMIT ${limit}`}`;
  return rowsSchema.parse(rows);
}

/** How many flags there are in all with these filters. */
export async function countFlags(db: TransactionClient, filters: readonly Prisma.Sql[]): Promise<number> {
  const rows = await db.$queryRaw`
    SELECT count(*)::int AS count FROM flag f WHERE ${Prisma.join([...filters], ' AND ')}`;
  return z.tuple([z.object({ count: z.int() })]).parse(rows)[0].count;
}

export const cursorOf =
  (sort: FlagSort) =>
  ({ position, id }: SelectedFlag): [string, string, string] => [sort, position, id];
