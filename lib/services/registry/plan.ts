import { same } from '@/lib/changes/same';
import type { FlagDefinition, Variant, VariantValue } from '@/lib/engine/types';
import type { DeclaredFlag } from '@/lib/schemas/registry';
import type { StoredDeclaration, StoredFlag } from './load-stored';
import type { RegistryConflict } from './types';

/** Who declares, when, and what is to be told of it. */
export interface Declaring {
  source: string;
  version: string;
  now: Date;
}

/** What a declaration, or its end, makes of one flag in one environment. */
export interface Plan {
  stored: StoredFlag;
  /** The source's new declaration; null where it said the same before. */
  declaration: StoredDeclaration | null;
  /** What all sources say after it. */
  declarations: StoredDeclaration[];
  /** The variant in force after it, with one that the flag does not have yet. */
  codeDefault: { variant: string; added: Variant | null } | null;
  /** Whether the flag, made by code and untouched here, begins to follow its default. */
  follows: boolean;
  /** The flag's new description, where nobody has written another than the code did. */
  description: string | null;
}

const byAge = (a: StoredDeclaration, b: StoredDeclaration): number =>
  a.declaredAt.getTime() - b.declaredAt.getTime() || (a.source < b.source ? -1 : 1);

type Variants = Pick<FlagDefinition, 'variants'>;

const valueOf = ({ variants }: Variants, key: string | null): VariantValue | undefined =>
  variants.find((variant) => variant.key === key)?.value;

/** The value that counts: the one in force while a source declares it, else that of the first source. */
function settle(inForce: VariantValue | undefined, declarations: readonly StoredDeclaration[]) {
  const active = declarations.filter(({ withdrawnAt }) => withdrawnAt === null).sort(byAge);
  if (inForce !== undefined && active.some(({ value }) => same(value, inForce))) return inForce;
  return active[0]?.value ?? inForce;
}

function freeKey({ variants }: Variants): string {
  const taken = new Set(variants.map(({ key }) => key));
  let [key, count] = ['default', 1];
  while (taken.has(key)) key = `default-${(count += 1)}`;
  return key;
}

/** The variant that serves a value: booleans by their usual name, else the first of equal value, else a new one. */
export function variantFor(definition: Variants, value: VariantValue): { variant: string; added: Variant | null } {
  const fitting = definition.variants.filter((variant) => same(variant.value, value));
  const usual = fitting.find(({ key }) => key === (value === true ? 'on' : 'off'));
  const found = usual ?? fitting[0];
  if (found) return { variant: found.key, added: null };
  const key = freeKey(definition);
  return { variant: key, added: { key, value } };
}

function planDefault({ definition, codeDefault }: StoredFlag, declarations: readonly StoredDeclaration[]) {
  const current = valueOf(definition, codeDefault);
  const value = settle(current, declarations);
  if (value === undefined || (current !== undefined && same(value, current))) return null;
  return variantFor(definition, value);
}

/** What it means that a source declares a flag that exists. */
export function planDeclared(stored: StoredFlag, flag: DeclaredFlag, by: Declaring): Plan {
  const before = stored.declarations.find(({ source }) => source === by.source);
  const isActive = before !== undefined && before.withdrawnAt === null;
  const isSame = isActive && same(before.value, flag.default) && before.description === flag.description;
  const declaration: StoredDeclaration = {
    source: by.source,
    version: by.version,
    value: flag.default,
    description: flag.description,
    declaredAt: isActive ? before.declaredAt : by.now,
    lastSeenAt: by.now,
    withdrawnAt: null,
  };
  const others = stored.declarations.filter(({ source }) => source !== by.source);
  const declarations = [...others, declaration];
  const { configuration, row } = stored;
  const isUntouched = configuration?.version === 1 && configuration.state === 'off' && !configuration.killed;
  const isOurs = row.origin === 'code' && before !== undefined && row.description === before.description;
  return {
    stored,
    declaration: isSame ? null : declaration,
    declarations,
    codeDefault: planDefault(stored, declarations),
    follows: stored.codeDefault === null && row.origin === 'code' && isUntouched,
    description: isOurs && before.description !== flag.description ? flag.description : null,
  };
}

/** What it means that a source no longer declares a flag; null if it did not. */
export function planWithdrawn(stored: StoredFlag, by: Declaring): Plan | null {
  const before = stored.declarations.find(({ source }) => source === by.source);
  if (!before || before.withdrawnAt !== null) return null;
  const declaration = { ...before, withdrawnAt: by.now };
  const declarations = stored.declarations.map((each) => (each === before ? declaration : each));
  const codeDefault = planDefault(stored, declarations);
  return { stored, declaration, declarations, codeDefault, follows: false, description: null };
}

/** Whether anything but the time it was last seen has to be stored. */
export const isIdle = ({ declaration, codeDefault, follows }: Plan): boolean =>
  declaration === null && codeDefault === null && !follows;

/** Who declares another value than the one in force after a plan; null if nobody does. */
export function conflictOf({ stored, codeDefault, declarations }: Plan): RegistryConflict | null {
  const { definition, row } = stored;
  const value = codeDefault?.added?.value ?? valueOf(definition, codeDefault?.variant ?? stored.codeDefault);
  if (value === undefined) return null;
  const sources = declarations
    .filter((each) => each.withdrawnAt === null && !same(each.value, value))
    .sort(byAge)
    .map((each) => ({ source: each.source, version: each.version, value: each.value }));
  return sources.length > 0 ? { flag: row.key, value, sources } : null;
}
