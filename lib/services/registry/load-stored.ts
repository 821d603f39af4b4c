import type { Configuration, FlagDefinition, VariantValue } from '@/lib/engine/types';
import type { Prisma } from '@/lib/db/generated/client';
import { foldKey } from '@/lib/schemas/key';
import { storedValueSchema } from '@/lib/schemas/registry';
import { definitionOf } from '../flags/definition-of';
import type { FlagRow } from '../flags/flag-row';
import { itemsInForce } from '../items/read';
import type { TransactionClient } from '../transaction';

/** What one source said last of a flag in an environment. */
export interface StoredDeclaration {
  source: string;
  version: string;
  value: VariantValue;
  description: string;
  /** Since when, without a break. */
  declaredAt: Date;
  lastSeenAt: Date;
  withdrawnAt: Date | null;
}

/** A flag with what is known of its default in one environment. */
export interface StoredFlag {
  row: FlagRow;
  definition: FlagDefinition;
  /** The variant in force; null where none was ever declared. */
  codeDefault: string | null;
  /** Of all sources, those that withdrew it included. */
  declarations: StoredDeclaration[];
  /** Read only where the flag was made by code and is declared for the first time. */
  configuration: Configuration | null;
}

export function readDeclaration(row: Prisma.DeclarationGetPayload<object>): StoredDeclaration {
  const { source, version, description, declaredAt, lastSeenAt, withdrawnAt } = row;
  return {
    source,
    version,
    value: storedValueSchema.parse(row.value),
    description,
    declaredAt,
    lastSeenAt,
    withdrawnAt,
  };
}

/** The variants that are the code defaults of some flags in an environment, by flag key. */
export async function codeDefaultsOf(
  db: TransactionClient,
  environmentId: string,
  flags: readonly string[],
): Promise<Map<string, string>> {
  const items = await itemsInForce(db, environmentId, 'codeDefault', flags);
  return new Map(items.flatMap((item) => (item.kind === 'codeDefault' ? [[item.key, item.body.variant]] : [])));
}

/** The configurations of some flags in an environment, by flag key. */
export async function configurationsOf(
  db: TransactionClient,
  environmentId: string,
  flags: readonly string[],
): Promise<Map<string, Configuration>> {
  const items = flags.length > 0 ? await itemsInForce(db, environmentId, 'config', flags) : [];
  return new Map(items.flatMap((item) => (item.kind === 'config' ? [[item.key, item.body]] : [])));
}

/** The flags with these keys, whatever their case, by folded key: four queries, however many there are. */
export async function loadStored(
  db: TransactionClient,
  { id: environmentId, projectId }: { id: string; projectId: string },
  keys: readonly string[],
): Promise<Map<string, StoredFlag>> {
  const rows = await db.flag.findMany({ where: { projectId, keyFolded: { in: keys.map(foldKey) } } });
  const flags = rows.map(({ key }) => key);
  if (flags.length === 0) return new Map();
  const defaults = await codeDefaultsOf(db, environmentId, flags);
  const fresh = rows.filter(({ key, origin }) => origin === 'code' && !defaults.has(key)).map(({ key }) => key);
  const configurations = await configurationsOf(db, environmentId, fresh);
  const declared = new Map<string, StoredDeclaration[]>();
  for (const row of await db.declaration.findMany({ where: { environmentId, flag: { in: flags } } })) {
    declared.set(row.flag, [...(declared.get(row.flag) ?? []), readDeclaration(row)]);
  }
  return new Map(
    rows.map((row) => [
      row.keyFolded,
      {
        row,
        definition: definitionOf(row),
        codeDefault: defaults.get(row.key) ?? null,
        declarations: declared.get(row.key) ?? [],
        configuration: configurations.get(row.key) ?? null,
      },
    ]),
  );
}
