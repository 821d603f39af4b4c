import { z } from 'zod';
import { same } from '@/lib/changes/same';
import type { Prisma } from '@/lib/db/generated/client';
import { flagTypeSchema } from '@/lib/schemas/flag';
import { registryListSchema } from '@/lib/schemas/registry';
import { cutPage, decodeCursor } from '../cursor';
import { defineRead } from '../define-verb';
import { serviceError } from '../errors';
import { environmentsOf } from '../flags/states';
import type { Page } from '../page';
import type { EnvironmentRow } from '../transaction';
import { loadStored, readDeclaration, type StoredFlag } from './load-stored';
import type { DeclarationView } from './types';

type Row = Prisma.DeclarationGetPayload<object>;

const text = z
  .string()
  .max(600)
  .refine((value) => !value.includes('\0'));
const position = z.tuple([text, text, text]);

function after(cursor: string | undefined): Prisma.DeclarationWhereInput {
  if (cursor === undefined) return {};
  const [environmentId, flag, source] = decodeCursor(position, cursor);
  const later: Prisma.DeclarationWhereInput[] = [
    { environmentId: { gt: environmentId } },
    { environmentId, flag: { gt: flag } },
    { environmentId, flag, source: { gt: source } },
  ];
  return { OR: later };
}

function viewOf(row: Row, environment: string, stored: StoredFlag | undefined): DeclarationView {
  const { value, declaredAt, lastSeenAt, withdrawnAt, ...said } = readDeclaration(row);
  const variants = stored?.definition.variants ?? [];
  const inForce = variants.find(({ key }) => key === stored?.codeDefault);
  const isInForce = inForce !== undefined && same(inForce.value, value);
  const fitting = isInForce ? inForce : variants.find((variant) => same(variant.value, value));
  return {
    ...said,
    environment,
    flag: row.flag,
    type: flagTypeSchema.parse(row.type),
    value,
    variant: fitting?.key ?? null,
    inForce: isInForce,
    declaredAt: declaredAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
    withdrawnAt: withdrawnAt?.toISOString() ?? null,
  };
}

/** Which sources declare which flags, by environment, those that no longer do included. */
export const listDeclarations = defineRead({
  verbName: 'registry.list',
  input: registryListSchema,
  permission: 'flag.view',
  run: async (ctx, { limit, cursor, environment: key, flag, source }): Promise<Page<DeclarationView>> => {
    const { db, scope } = ctx;
    const all = await environmentsOf(db, scope.projectId);
    const environments = all.filter((each) => key === undefined || each.key === key);
    if (key !== undefined && environments.length === 0) throw serviceError('not_found');
    const rows = await db.declaration.findMany({
      where: { AND: [{ environmentId: { in: environments.map(({ id }) => id) }, flag, source }, after(cursor)] },
      orderBy: [{ environmentId: 'asc' }, { flag: 'asc' }, { source: 'asc' }],
      take: limit + 1,
    });
    const flagsOf = async (each: EnvironmentRow): Promise<[string, Map<string, StoredFlag>]> => {
      const keys = rows.filter(({ environmentId }) => environmentId === each.id).map((row) => row.flag);
      return [each.id, keys.length > 0 ? await loadStored(db, each, keys) : new Map()];
    };
    const stored = new Map(await Promise.all(environments.map(flagsOf)));
    const keyOf = new Map(environments.map((each) => [each.id, each.key]));
    const view = (row: Row): DeclarationView =>
      viewOf(row, keyOf.get(row.environmentId) ?? '', stored.get(row.environmentId)?.get(row.flag.toLowerCase()));
    return cutPage(rows, limit, view, (row) => [row.environmentId, row.flag, row.source]);
  },
});
