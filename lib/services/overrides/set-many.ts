import { z } from 'zod';
import { same } from '@/lib/changes/same';
import { overrideBulkSchema } from '@/lib/schemas/override';
import { instantSchema } from '@/lib/schemas/instant';
import { keySchema } from '@/lib/schemas/key';
import { commentSchema } from '@/lib/schemas/text';
import { holdBatches } from '../approvals/hold-batches';
import { asWished, takeWish } from '../approvals/wish';
import { authorize, authorizeMember } from '../authorize';
import { findEnvironment } from '../configurations/find-subject';
import type { ProjectScope, ServiceContext } from '../context';
import { defineVerb, parseInput, refusing, type Verb } from '../define-verb';
import { type Issue, serviceError } from '../errors';
import { findFlag, type FlagRow } from '../flags/flag-row';
import { readItem } from '../items/read';
import type { EnvironmentRow, TransactionClient } from '../transaction';
import type { FlagState } from './flag-view';
import { overrideKey, splitOverrideKey } from './override-key';
import { type AskedOverride, overrideBody, overrideValue } from './override-value';
import { readFlagState } from './read-states';
import { assertShown } from './tenant-place';
import type { ManyOverridesView, OverrideValue } from './types';

const BATCH = 500;
type Change = ManyOverridesView['changes'][number];

interface Place {
  row: FlagRow;
  environment: EnvironmentRow;
  tenants: readonly string[];
}
/** What each is given; null clears. */
type Wanted = AskedOverride | null;

const batchInput = z.strictObject({
  flag: keySchema,
  environment: keySchema,
  tenants: z.array(keySchema).max(BATCH),
  wanted: z
    .object({
      enabled: z.boolean().optional(),
      variant: keySchema.optional(),
      expiresAt: z.union([z.date(), instantSchema]).nullable().optional(),
      note: z.string().optional(),
    })
    .nullable(),
  comment: commentSchema.optional(),
});

/** The overrides there are of a flag for some tenants, expired ones included. */
async function standingOverrides(db: TransactionClient, { row, environment, tenants }: Place, state: FlagState) {
  const rows = await db.item.findMany({
    where: {
      environmentId: environment.id,
      kind: 'override',
      key: { in: tenants.map((tenant) => overrideKey(row.key, tenant)) },
      toNumber: null,
    },
    select: { kind: true, key: true, body: true },
  });
  const values = rows.flatMap((each): [string, OverrideValue][] => {
    const item = readItem(each);
    return item.kind === 'override' ? [[splitOverrideKey(each.key).tenant, overrideValue(state, item.body)]] : [];
  });
  return new Map(values);
}

/** What differs, tenant by tenant in the order given, and the body to store. */
async function differences(db: TransactionClient, place: Place, wanted: Wanted, now: Date) {
  const { row, environment, tenants } = place;
  const state = await readFlagState(db, environment.id, row, null);
  const body = wanted && overrideBody(state, wanted, now);
  const after = body && overrideValue(state, body);
  const standing = await standingOverrides(db, place, state);
  const changes = tenants.flatMap((tenant): Change[] => {
    const before = standing.get(tenant) ?? null;
    return same(before, after) ? [] : [{ tenant, before, after }];
  });
  return { changes, body };
}

async function knownTenants(db: TransactionClient, projectId: string, keys: readonly string[]): Promise<Set<string>> {
  const rows = await db.tenant.findMany({ where: { projectId, key: { in: [...keys] } }, select: { key: true } });
  return new Set(rows.map(({ key }) => key));
}

/** One batch, under its own lock. A tenant that was deleted since the list was looked through is passed over. */
export const setOverrideBatch = defineVerb({
  verbName: 'overrides.setMany',
  input: batchInput,
  permission: 'override.edit',
  locks: ({ environment }) => ({ environments: [environment] }),
  reaches: (tx, { environment }) => [tx.environment(environment)],
  comment: ({ comment, wanted }) => comment ?? wanted?.note,
  run: async (tx, { flag, tenants, wanted, comment, ...at }): Promise<Change[]> => {
    const environment = tx.environment(at.environment);
    const { projectId } = tx.scope;
    const row = await findFlag(tx.db, projectId, flag);
    if (wanted) await assertShown(tx.db, row, environment.id);
    const known = await knownTenants(tx.db, projectId, tenants);
    const place = { row, environment, tenants: tenants.filter((tenant) => known.has(tenant)) };
    const { changes, body } = await differences(tx.db, place, wanted, tx.now);
    for (const { tenant, before, after } of changes) {
      const key = overrideKey(row.key, tenant);
      if (body) tx.items.put(environment.id, 'override', key, body);
      else tx.items.close(environment.id, 'override', key);
      const action = after ? 'override.set' : 'override.clear';
      tx.audit({ action, flag: row.key, environment: environment.key, tenant, before, after, comment });
    }
    return changes;
  },
});

/** Refuses, with the places in the list, tenants that there are not: then nothing is stored. */
async function refuseUnknown(db: TransactionClient, projectId: string, tenants: readonly string[]): Promise<void> {
  const known = await knownTenants(db, projectId, tenants);
  const issues = tenants.flatMap((tenant, index): Issue[] =>
    known.has(tenant)
      ? []
      : [{ path: `tenants.${index}`, code: 'unknown_tenant', message: 'There is no tenant with this key.' }],
  );
  if (issues.length > 0) throw serviceError('refused', 'unknown_tenant', { issues: issues.slice(0, 50) });
}

/** Sets or clears the override of a flag for many tenants: in batches, each whole, the lock released between them. */
async function run(ctx: ServiceContext, raw: unknown): Promise<ManyOverridesView> {
  authorizeMember(ctx);
  const { input: asked, wish } = takeWish(raw);
  const input = parseInput(overrideBulkSchema, asked);
  authorize(ctx, input.dryRun ? 'flag.view' : 'override.edit', []);
  const { flag, dryRun, clear, comment, enabled, variant, expiresAt, note } = input;
  const { db, scope, now } = ctx;
  const environment = await findEnvironment(db, scope.projectId, input.environment);
  if (!dryRun && !wish.request) authorize(ctx, 'override.edit', [environment]);
  const row = await findFlag(db, scope.projectId, flag);
  if (!clear) await assertShown(db, row, environment.id);
  const tenants = [...new Set(input.tenants)];
  await refuseUnknown(db, scope.projectId, input.tenants);
  const wanted = clear ? null : { enabled, variant, expiresAt, note };
  const changes: Change[] = [];
  await holdBatches(ctx, { comment, group: wish.group }, async (attempt) => {
    for (let start = 0; start < tenants.length; start += BATCH) {
      const part = tenants.slice(start, start + BATCH);
      const batch = { flag, environment: environment.key, tenants: part, wanted, comment, ...asWished(wish) };
      const found = dryRun
        ? (await differences(db, { row, environment, tenants: part }, wanted, now)).changes
        : await attempt((each) => setOverrideBatch(each, batch));
      changes.push(...(found ?? []));
    }
  });
  return { flag, environment: environment.key, dryRun, changes, unchanged: tenants.length - changes.length };
}

export const setManyOverrides: Verb<typeof overrideBulkSchema, ManyOverridesView, ProjectScope> = Object.assign(
  (ctx: ServiceContext, raw: unknown) => refusing(ctx, 'overrides.setMany', () => run(ctx, raw)),
  {
    verbName: 'overrides.setMany',
    input: overrideBulkSchema,
    permission: 'override.edit' as const,
    kind: 'write' as const,
  },
);
