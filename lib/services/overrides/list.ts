import { z } from 'zod';
import { Prisma } from '@/lib/db/generated/client';
import { overrideListSchema } from '@/lib/schemas/override';
import { cutPage, decodeCursor } from '../cursor';
import { defineRead } from '../define-verb';
import { definitionOf } from '../flags/definition-of';
import { environmentsOf } from '../flags/states';
import { readItem } from '../items/read';
import type { Page } from '../page';
import type { TransactionClient } from '../transaction';
import { isEnabling } from './flag-view';
import { isFlagShown, isOverrideInForce } from './in-force';
import { matchingText } from './matching-text';
import { splitOverrideKey } from './override-key';
import { readFlagStates } from './read-states';
import type { OverrideView } from './types';

const text = z
  .string()
  .max(600)
  .refine((value) => !value.includes('\0'));
const positionSchema = z.tuple([text, text]);
const rowsSchema = z.array(
  z.object({ kind: z.string(), key: z.string(), body: z.unknown(), from_at: z.date(), environment_id: z.string() }),
);
type Row = z.output<typeof rowsSchema>[number];

/** Whether what each row serves counts as on, by flag and environment. */
async function enablingOf(db: TransactionClient, projectId: string, rows: readonly Row[]) {
  const keys = [...new Set(rows.map(({ key }) => splitOverrideKey(key).flag))];
  const flags = await db.flag.findMany({ where: { projectId, key: { in: keys } } });
  const states = new Map<string, (variant: string) => boolean>();
  for (const id of new Set(rows.map(({ environment_id }) => environment_id))) {
    for (const { row, configuration } of await readFlagStates(db, id, flags, null)) {
      const definition = definitionOf(row);
      states.set(`${id} ${row.key}`, (variant) => isEnabling(definition, configuration, variant));
    }
  }
  return (id: string, flag: string, variant: string): boolean => states.get(`${id} ${flag}`)?.(variant) ?? false;
}

/** Overrides in force of shown flags, by flag, tenant and environment. */
export const listOverrides = defineRead({
  verbName: 'overrides.list',
  input: overrideListSchema,
  permission: 'flag.view',
  run: async ({ db, scope, now }, { limit, cursor, q, environment, flag, tenant }): Promise<Page<OverrideView>> => {
    const { projectId } = scope;
    const environments = (await environmentsOf(db, projectId)).filter(
      ({ key }) => environment === undefined || key === environment,
    );
    const tenantPart = Prisma.sql`split_part(i.key, '/', 2)`;
    const from = Prisma.sql`
      FROM item i JOIN flag f ON f.project_id = ${projectId} AND f.key = split_part(i.key, '/', 1)
      WHERE i.environment_id = ANY(${environments.map(({ id }) => id)}) AND ${isOverrideInForce(now)}
        AND ${isFlagShown(Prisma.sql`i.environment_id`)}
        ${flag === undefined ? Prisma.empty : Prisma.sql`AND split_part(i.key, '/', 1) = ${flag}`}
        ${tenant === undefined ? Prisma.empty : Prisma.sql`AND ${tenantPart} = ${tenant}`}
        ${matchingText(q, [Prisma.sql`f.key`, Prisma.sql`f.name`, tenantPart])}`;
    const [key, id] = cursor === undefined ? [] : decodeCursor(positionSchema, cursor);
    const position = Prisma.sql`(i.key COLLATE "C", i.environment_id COLLATE "C")`;
    const beyond = key === undefined ? Prisma.empty : Prisma.sql`AND ${position} > (${key}, ${id ?? ''})`;
    const rows = rowsSchema.parse(
      await db.$queryRaw`
        SELECT i.kind, i.key, i.body, i.from_at, i.environment_id ${from} ${beyond}
        ORDER BY i.key COLLATE "C", i.environment_id COLLATE "C" LIMIT ${limit + 1}`,
    );
    const counted = await db.$queryRaw`SELECT count(*)::int AS total ${from}`;
    const [{ total }] = z.tuple([z.object({ total: z.int() })]).parse(counted);
    const isOn = await enablingOf(db, projectId, rows.slice(0, limit));
    const names = new Map(environments.map((row) => [row.id, row.key]));
    const view = (row: Row): OverrideView[] => {
      const item = readItem(row);
      if (item.kind !== 'override') return [];
      const place = splitOverrideKey(row.key);
      const { variant, expiresAt = null, note = null } = item.body;
      const enabled = isOn(row.environment_id, place.flag, variant);
      const setAt = row.from_at.toISOString();
      return [{ ...place, environment: names.get(row.environment_id) ?? '', variant, enabled, expiresAt, note, setAt }];
    };
    const page = cutPage(rows, limit, view, (row) => [row.key, row.environment_id]);
    return { ...page, items: page.items.flat(), total };
  },
});
