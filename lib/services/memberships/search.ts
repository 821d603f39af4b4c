import { z } from 'zod';
import { Prisma } from '@/lib/db/generated/client';
import { membershipSearchSchema } from '@/lib/schemas/membership-group';
import { findEnvironment } from '../configurations/find-subject';
import { cutPage, decodeCursor } from '../cursor';
import { defineRead } from '../define-verb';
import { findFlag } from '../flags/flag-row';
import { readItem } from '../items/read';
import type { Page } from '../page';
import type { TransactionClient } from '../transaction-client';
import { ENDS, FLAG, inForce, STARTS } from './group-sql';
import type { MembershipState, MembershipView } from './types';
import { membershipView } from './view';

const text = z
  .string()
  .max(600)
  .refine((value) => !value.includes('\0'));
/** Flag or nothing, the edge or name that it is sorted by, and the item's key. */
const positionSchema = z.tuple([text, text, text]);
type Position = z.output<typeof positionSchema>;
const rowsSchema = z.array(
  z.object({
    kind: z.string(),
    key: z.string(),
    body: z.unknown(),
    from_at: z.date(),
    flag: z.string(),
    edge: z.string(),
  }),
);
type Row = z.output<typeof rowsSchema>[number];
const keysSchema = z.array(z.object({ key: z.string() }));

interface Asked {
  environmentId: string;
  state: MembershipState | undefined;
  now: string;
  limit: number;
  after: Position | null;
}

const NAME = Prisma.sql`lower(coalesce(i.body->>'subject', i.body->>'tenant')) COLLATE "C"`;
const KEY = Prisma.sql`i.key COLLATE "C"`;

function inState(state: MembershipState | undefined, now: string): Prisma.Sql {
  if (state === 'open') return Prisma.sql`AND ${ENDS} > ${now} AND ${STARTS} <= ${now}`;
  if (state === 'upcoming') return Prisma.sql`AND ${STARTS} > ${now}`;
  return state === 'past' ? Prisma.sql`AND ${ENDS} <= ${now}` : Prisma.empty;
}

/** Who ends next first; what is past, the latest first; else by start. */
const edgeOf = (state: MembershipState | undefined): Prisma.Sql =>
  state === 'open' || state === 'past' ? ENDS : STARTS;

/** Of one flag, in order, after a position of it. An index of the flag's edges answers it. */
async function readOfFlag(
  db: TransactionClient,
  flag: string,
  { state, limit, after, ...asked }: Asked,
): Promise<Row[]> {
  const edge = edgeOf(state);
  const [sign, order] = state === 'past' ? [Prisma.sql`<`, Prisma.sql`DESC`] : [Prisma.sql`>`, Prisma.sql`ASC`];
  const beyond =
    after?.[0] === flag ? Prisma.sql`AND (${edge}, ${KEY}) ${sign} (${after[1]}, ${after[2]})` : Prisma.empty;
  return rowsSchema.parse(
    await db.$queryRaw`
      SELECT i.kind, i.key, i.body, i.from_at, ${FLAG} AS flag, ${edge} AS edge
      FROM item i WHERE ${inForce(asked.environmentId)} AND ${FLAG} = ${flag} ${inState(state, asked.now)} ${beyond}
      ORDER BY ${edge} ${order}, ${KEY} ${order} LIMIT ${limit + 1}`,
  );
}

const FLAGS_AT_ONCE = 200;

/** The flags that have memberships here, in order: from one to the next, however many each has. */
async function flagsFrom(db: TransactionClient, environmentId: string, start: Prisma.Sql): Promise<string[]> {
  const next = (beyond: Prisma.Sql) =>
    Prisma.sql`(SELECT ${FLAG} AS key FROM item i WHERE ${inForce(environmentId)} AND ${beyond} ORDER BY ${FLAG} LIMIT 1)`;
  return keysSchema
    .parse(
      await db.$queryRaw`
        WITH RECURSIVE found AS (
          ${next(start)}
          UNION ALL
          SELECT ${next(Prisma.sql`${FLAG} > found.key`)} FROM found WHERE found.key IS NOT NULL
        ) SELECT key FROM found WHERE key IS NOT NULL LIMIT ${FLAGS_AT_ONCE}`,
    )
    .map(({ key }) => key);
}

/** Flag after flag, until the page is full. */
async function readByFlag(db: TransactionClient, asked: Asked): Promise<Row[]> {
  const rows: Row[] = [];
  let start = Prisma.sql`${FLAG} >= ${asked.after?.[0] ?? ''}`;
  for (;;) {
    const flags = await flagsFrom(db, asked.environmentId, start);
    for (const flag of flags) {
      rows.push(...(await readOfFlag(db, flag, { ...asked, limit: asked.limit - rows.length })));
      if (rows.length > asked.limit) return rows;
    }
    const last = flags.at(-1);
    if (last === undefined || flags.length < FLAGS_AT_ONCE) return rows;
    start = Prisma.sql`${FLAG} > ${last}`;
  }
}

/** Whose key begins so, by key: an index of names answers it. */
async function readByName(db: TransactionClient, q: string, flag: string | undefined, asked: Asked): Promise<Row[]> {
  const { environmentId, state, now, limit, after } = asked;
  const ofFlag = flag === undefined ? Prisma.empty : Prisma.sql`AND ${FLAG} = ${flag}`;
  const beyond = after ? Prisma.sql`AND (${NAME}, ${KEY}) > (${after[1]}, ${after[2]})` : Prisma.empty;
  return rowsSchema.parse(
    await db.$queryRaw`
      SELECT i.kind, i.key, i.body, i.from_at, '' AS flag, ${NAME} AS edge
      FROM item i WHERE ${inForce(environmentId)} AND ${NAME} >= lower(${q}) COLLATE "C"
        AND ${NAME} < (lower(${q}) || chr(1114111)) COLLATE "C" ${ofFlag} ${inState(state, now)} ${beyond}
      ORDER BY ${NAME}, ${KEY} LIMIT ${limit + 1}`,
  );
}

/** Memberships of all flags of an environment: flag by flag, or by key where one is searched. */
export const searchMemberships = defineRead({
  verbName: 'memberships.search',
  input: membershipSearchSchema,
  permission: 'flag.view',
  run: async ({ db, scope, now }, { flag, q, limit, cursor, state, ...asked }): Promise<Page<MembershipView>> => {
    const environment = await findEnvironment(db, scope.projectId, asked.environment);
    if (flag !== undefined) await findFlag(db, scope.projectId, flag);
    const after = cursor === undefined ? null : decodeCursor(positionSchema, cursor);
    const query: Asked = { environmentId: environment.id, state, now: now.toISOString(), limit, after };
    const rows = q
      ? await readByName(db, q, flag, query)
      : await (flag === undefined ? readByFlag(db, query) : readOfFlag(db, flag, query));
    const view = (row: Row): MembershipView[] => {
      const item = readItem(row);
      if (item.kind !== 'membership') return [];
      return [membershipView({ key: row.key, body: item.body, fromAt: row.from_at }, environment.key, now)];
    };
    const page = cutPage(rows, limit, view, (row) => [row.flag, row.edge, row.key]);
    return { ...page, items: page.items.flat() };
  },
});
