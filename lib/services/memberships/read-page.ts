import { z } from 'zod';
import { Prisma } from '@/lib/db/generated/client';
import { cutPage, decodeCursor } from '../cursor';
import { readItem } from '../items/read';
import type { Page } from '../page';
import type { EnvironmentRow, TransactionClient } from '../transaction';
import type { MembershipState, MembershipView } from './types';
import { membershipView } from './view';

const text = z
  .string()
  .max(600)
  .refine((value) => !value.includes('\0'));
const positionSchema = z.tuple([text, text]);
const rowsSchema = z.array(
  z.object({ kind: z.string(), key: z.string(), body: z.unknown(), from_at: z.date(), starts: z.string() }),
);
const countSchema = z.tuple([z.object({ total: z.int() })]);

// Instants are stored as `toISOString` writes them, so that they compare as texts.
const STARTS = Prisma.sql`(body->>'startsAt') COLLATE "C"`;
const ENDS = Prisma.sql`(body->>'endsAt') COLLATE "C"`;

function inState(state: MembershipState | undefined, now: string): Prisma.Sql {
  if (state === 'open') return Prisma.sql`AND ${STARTS} <= ${now} AND ${ENDS} > ${now}`;
  if (state === 'upcoming') return Prisma.sql`AND ${STARTS} > ${now}`;
  return state === 'past' ? Prisma.sql`AND ${ENDS} <= ${now}` : Prisma.empty;
}

interface Asked {
  environment: EnvironmentRow;
  /** What else they must fulfil, as conditions over `item`. */
  filters: readonly Prisma.Sql[];
  state: MembershipState | undefined;
  limit: number;
  cursor: string | undefined;
  now: Date;
}

/** Memberships of one environment, by start and then key. */
export async function readMembershipPage(db: TransactionClient, asked: Asked): Promise<Page<MembershipView>> {
  const { environment, filters, state, limit, cursor, now } = asked;
  const from = Prisma.sql`
    FROM item WHERE environment_id = ${environment.id} AND kind = 'membership' AND to_number IS NULL
      AND ${Prisma.join([...filters], ' AND ')} ${inState(state, now.toISOString())}`;
  const [starts, key] = cursor === undefined ? [] : decodeCursor(positionSchema, cursor);
  const beyond =
    starts === undefined ? Prisma.empty : Prisma.sql`AND (${STARTS}, key COLLATE "C") > (${starts}, ${key ?? ''})`;
  const rows = rowsSchema.parse(
    await db.$queryRaw`
      SELECT kind, key, body, from_at, body->>'startsAt' AS starts ${from} ${beyond}
      ORDER BY ${STARTS}, key COLLATE "C" LIMIT ${limit + 1}`,
  );
  const [{ total }] = countSchema.parse(await db.$queryRaw`SELECT count(*)::int AS total ${from}`);
  const view = (row: (typeof rows)[number]): MembershipView[] => {
    const item = readItem(row);
    if (item.kind !== 'membership') return [];
    return [membershipView({ key: row.key, body: item.body, fromAt: row.from_at }, environment.key, now)];
  };
  const page = cutPage(rows, limit, view, (row) => [row.starts, row.key]);
  return { ...page, items: page.items.flat(), total };
}
