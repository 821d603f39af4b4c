import { same } from '@/lib/changes/same';
import { flagPatchSchema, type FlagPatch, variantProblems } from '@/lib/schemas/flag';
import { SHAPE_TEXTS } from '@/lib/schemas/issue-texts';
import { keySchema } from '@/lib/schemas/key';
import { versionSchema } from '@/lib/schemas/text';
import { defineVerb } from '../define-verb';
import { serviceError } from '../errors';
import { jsonOf } from '../json-of';
import type { WriteContext } from '../transaction';
import { requireVersion } from '../require-version';
import { auditedFlag } from './audited-flag';
import { definitionOf } from './definition-of';
import { findFlag, type FlagRow } from './flag-row';
import { environmentsReachedBy } from './reached-by';
import type { FlagView } from './types';
import { assertVariantsUnused } from './variant-usage';
import { readFlagView } from './view';

type Patch = Omit<FlagPatch, 'version' | 'comment'>;

const input = flagPatchSchema.extend({ key: keySchema, version: versionSchema });

async function assertVariants(tx: WriteContext, row: FlagRow, variants: Patch['variants']): Promise<void> {
  if (!variants) return;
  const old = definitionOf(row);
  const issues = variantProblems(old.type, variants).map(({ path, code }) => ({
    path: ['variants', ...path].map(String).join('.'),
    code,
    message: SHAPE_TEXTS[code],
  }));
  if (issues.length > 0) throw serviceError('refused', 'change_refused', { issues });
  const kept = new Set(variants.map(({ key }) => key));
  const removed = old.variants.filter(({ key }) => !kept.has(key)).map(({ key }) => key);
  if (removed.length > 0) await assertVariantsUnused(tx, row.key, removed);
}

/** The given fields that differ from what is stored. */
function differing(patch: Patch, view: FlagView): Patch {
  const unique = patch.tags ? { ...patch, tags: [...new Set(patch.tags)] } : patch;
  const stored = new Map(Object.entries(view));
  const found = Object.entries(unique).filter(([name, value]) => value !== undefined && !same(value, stored.get(name)));
  return Object.fromEntries(found);
}

function store(tx: WriteContext, row: FlagRow, { variants, metadata, links, ...rest }: Patch): Promise<FlagRow> {
  return tx.db.flag.update({
    where: { id: row.id },
    data: {
      ...rest,
      ...(variants && { variants: jsonOf(variants) }),
      ...(metadata && { metadata: jsonOf(metadata) }),
      ...(links && { links: jsonOf(links) }),
      version: { increment: 1 },
      updatedAt: tx.now,
    },
  });
}

/** Changes what a flag is, everywhere at once: it reaches every environment in which the flag is not off. */
export const updateFlag = defineVerb({
  verbName: 'flags.update',
  input,
  permission: 'flag.edit',
  locks: () => ({ environments: 'all' }),
  reaches: async (tx, { key }) => {
    await findFlag(tx.db, tx.scope.projectId, key);
    return environmentsReachedBy(tx, key);
  },
  comment: ({ comment }) => comment,
  run: async (tx, { key, version, comment, ...patch }): Promise<FlagView> => {
    const row = await findFlag(tx.db, tx.scope.projectId, key);
    const view = await readFlagView(tx.db, row);
    requireVersion(version, row.version, view);
    await assertVariants(tx, row, patch.variants);
    const changes = differing(patch, view);
    if (Object.keys(changes).length === 0) return view;
    const stored = await store(tx, row, changes);
    const definition = definitionOf(stored);
    if (!same(definitionOf(row), definition)) {
      for (const { id } of tx.environments) tx.items.put(id, 'flag', key, definition);
    }
    tx.audit({ action: 'flag.update', flag: key, before: auditedFlag(row), after: auditedFlag(stored), comment });
    return readFlagView(tx.db, stored);
  },
});
