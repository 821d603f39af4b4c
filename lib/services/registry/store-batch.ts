import { z } from 'zod';
import type { VariantValue } from '@/lib/engine/types';
import { keySchema } from '@/lib/schemas/key';
import { foldKey } from '@/lib/schemas/key';
import { declaredFlagSchema, registrySchema } from '@/lib/schemas/registry';
import { defineVerb } from '../define-verb';
import { jsonOf } from '../json-of';
import type { EnvironmentRow, WriteContext } from '../transaction';
import { assertFitting } from './assert-fitting';
import { loadStored, type StoredDeclaration } from './load-stored';
import { conflictOf, type Declaring, isIdle, planDeclared, planWithdrawn, type Plan } from './plan';
import { storeNewFlags } from './store-new';
import { storePlans } from './store-plans';
import type { RegistryConflict } from './types';

export interface BatchOutcome {
  created: string[];
  changed: string[];
  unchanged: string[];
  withdrawn: string[];
  conflicts: RegistryConflict[];
}

const input = z.object({
  ...registrySchema.pick({ environment: true, source: true, version: true }).shape,
  flags: z.array(declaredFlagSchema),
  /** Keys that the source no longer declares. */
  gone: z.array(keySchema),
});

/** As a JSON column takes it; only objects have names that could be lost. */
const valueOf = (value: VariantValue) => (typeof value === 'object' ? jsonOf(value) : value);

interface Said {
  flag: string;
  type: string;
  declaration: StoredDeclaration;
}

async function storeDeclarations(tx: WriteContext, { id: environmentId }: EnvironmentRow, said: readonly Said[]) {
  const [first] = said;
  if (!first) return;
  const { source } = first.declaration;
  await tx.db.declaration.deleteMany({ where: { environmentId, source, flag: { in: said.map(({ flag }) => flag) } } });
  await tx.db.declaration.createMany({
    data: said.map(({ flag, type, declaration }) => ({
      ...declaration,
      environmentId,
      flag,
      type,
      value: valueOf(declaration.value),
    })),
  });
}

const saidBy = ({ stored: { row }, declaration }: Plan): Said[] =>
  declaration ? [{ flag: row.key, type: row.type, declaration }] : [];

/** Stores a part of a post: as many flags as a lock may be held for. What is stored already is passed over. */
export const storeBatch = defineVerb({
  verbName: 'registry.declare',
  input,
  permission: 'flag.edit',
  locks: () => ({ environments: 'all' }),
  reaches: (tx, { environment }) => [tx.environment(environment)],
  comment: ({ source, version }) => `${source} ${version}`,
  run: async (tx, { flags, gone, source, version, ...place }): Promise<BatchOutcome> => {
    const environment = tx.environment(place.environment);
    const by: Declaring = { source, version, now: tx.now };
    const comment = `${source} ${version}`;
    const stored = await loadStored(tx.db, environment, [...flags.map(({ key }) => key), ...gone]);
    assertFitting(flags, stored);
    const fresh = flags.filter(({ key }) => !stored.has(foldKey(key)));
    const plans = flags.flatMap((flag) => {
      const found = stored.get(foldKey(flag.key));
      return found ? [planDeclared(found, flag, by)] : [];
    });
    const ended = gone.flatMap((key) => {
      const found = stored.get(foldKey(key));
      return (found && planWithdrawn(found, by)) ?? [];
    });
    const changed = plans.filter((plan) => !isIdle(plan));
    await storeNewFlags(tx, environment, fresh, by, comment);
    await storePlans(tx, environment, [...changed, ...ended], comment);
    const first = { source, version, declaredAt: tx.now, lastSeenAt: tx.now, withdrawnAt: null };
    await storeDeclarations(tx, environment, [
      ...fresh.map(({ key, type, description, default: value }) => ({
        flag: key,
        type,
        declaration: { ...first, description, value },
      })),
      ...[...changed, ...ended].flatMap(saidBy),
    ]);
    const keyOf = (plan: Plan): string => plan.stored.row.key;
    return {
      created: fresh.map(({ key }) => key),
      changed: changed.map(keyOf),
      unchanged: plans.filter(isIdle).map(keyOf),
      withdrawn: ended.map(keyOf),
      conflicts: plans.flatMap((plan) => conflictOf(plan) ?? []),
    };
  },
});
