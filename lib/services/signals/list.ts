import { z } from 'zod';
import { signalListSchema } from '@/lib/schemas/signal';
import { findEnvironment } from '../configurations/find-subject';
import { cutPage, decodeCursor } from '../cursor';
import { defineRead } from '../define-verb';
import type { Page } from '../page';
import type { TransactionClient } from '../transaction-client';
import type { SignalView } from './types';

const rows = z.array(
  z.object({ id: z.bigint(), name: z.string(), flag: z.string().nullable(), value: z.number(), at: z.date() }),
);
const text = z
  .string()
  .max(600)
  .refine((value) => !value.includes('\0'));
const latestPosition = z.tuple([text, text]);
const valuePosition = z.tuple([z.iso.datetime(), z.string().regex(/^\d{1,18}$/)]);

type Row = z.output<typeof rows>[number];
interface Asked {
  limit: number;
  cursor: string | undefined;
}

const viewIn =
  (environment: string) =>
  ({ name, flag, value, at }: Row): SignalView => ({ name, environment, flag, value, at: at.toISOString() });

/** The newest value of each name and flag, by name. */
async function latest(db: TransactionClient, environmentId: string, { limit, cursor }: Asked): Promise<Row[]> {
  const [name, flag] = cursor === undefined ? ['', ''] : decodeCursor(latestPosition, cursor);
  return rows.parse(
    await db.$queryRaw`
      SELECT * FROM (
        SELECT DISTINCT ON (name, flag) id, name, flag, value, at FROM signal
        WHERE environment_id = ${environmentId} ORDER BY name, flag, at DESC, id DESC
      ) AS newest
      WHERE (name COLLATE "C", coalesce(flag, '') COLLATE "C") > (${name}, ${flag}) OR ${cursor === undefined}
      ORDER BY name COLLATE "C", coalesce(flag, '') COLLATE "C" LIMIT ${limit + 1}`,
  );
}

/** The values of one name, newest first. */
async function values(
  db: TransactionClient,
  environmentId: string,
  { limit, cursor, name }: Asked & { name: string },
): Promise<Row[]> {
  const before = cursor === undefined ? null : decodeCursor(valuePosition, cursor);
  const at = before && new Date(before[0]);
  const found = await db.signal.findMany({
    where: {
      environmentId,
      name,
      ...(before && at && { OR: [{ at: { lt: at } }, { at, id: { lt: BigInt(before[1]) } }] }),
    },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: limit + 1,
  });
  return rows.parse(found);
}

/** The signals of an environment: the newest value of each, or with `name` its values. */
export const listSignals = defineRead({
  verbName: 'signals.list',
  input: signalListSchema,
  permission: 'flag.view',
  run: async ({ db, scope }, { environment, name, limit, cursor }): Promise<Page<SignalView>> => {
    const { id } = await findEnvironment(db, scope.projectId, environment);
    const view = viewIn(environment);
    if (name === undefined) {
      return cutPage(await latest(db, id, { limit, cursor }), limit, view, (row) => [row.name, row.flag ?? '']);
    }
    const position = (row: Row): string[] => [row.at.toISOString(), String(row.id)];
    return cutPage(await values(db, id, { limit, cursor, name }), limit, view, position);
  },
});
