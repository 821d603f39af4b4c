import { z } from 'zod';
import { keySchema } from '@/lib/schemas/key';
import { commentSchema, versionSchema } from '@/lib/schemas/text';
import { defineVerb } from '../define-verb';
import { serviceError } from '../errors';
import { likeLiteral } from '../like';
import { isItemKind } from '@/lib/schemas/item';
import type { WriteContext } from '../transaction';
import { requireVersion } from '../require-version';
import { auditedFlag } from './audited-flag';
import { findFlagUsage } from './find-usage';
import { findFlag, type FlagRow } from './flag-row';
import { environmentsReachedBy } from './reached-by';
import { usageIssues } from './usage-issues';
import { readFlagView } from './view';

const input = z.strictObject({ key: keySchema, version: versionSchema, comment: commentSchema.optional() });

async function assertRemovable(tx: WriteContext, row: FlagRow, version: number): Promise<void> {
  requireVersion(version, row.version, await readFlagView(tx.db, row));
  if (row.archivedAt === null) throw serviceError('refused', 'flag_not_archived');
  const usage = await findFlagUsage(tx.db, tx.environments, row.key);
  if (usage.length > 0) throw serviceError('refused', 'flag_in_use', { issues: usageIssues(usage) });
}

/** Closes everything that rulesets hold under a flag's key. */
async function closeItems(tx: WriteContext, key: string): Promise<void> {
  const prefix = { startsWith: likeLiteral(`${key}/`) };
  const rows = await tx.db.item.findMany({
    where: {
      environmentId: { in: tx.environments.map(({ id }) => id) },
      toNumber: null,
      OR: [
        { kind: { in: ['flag', 'config', 'codeDefault'] }, key },
        { kind: { in: ['override', 'membership'] }, key: prefix },
      ],
    },
    select: { environmentId: true, kind: true, key: true },
  });
  for (const row of rows) if (isItemKind(row.kind)) tx.items.close(row.environmentId, row.kind, row.key);
}

/** Deletes an archived flag that nothing uses. Its history stays; its key may be used again, by another flag. */
export const removeFlag = defineVerb({
  verbName: 'flags.remove',
  input,
  permission: 'flag.delete',
  locks: () => ({ environments: 'all' }),
  reaches: async (tx, { key }) => {
    await findFlag(tx.db, tx.scope.projectId, key);
    return environmentsReachedBy(tx, key);
  },
  comment: ({ comment }) => comment,
  run: async (tx, { key, version, comment }): Promise<void> => {
    const row = await findFlag(tx.db, tx.scope.projectId, key);
    await assertRemovable(tx, row, version);
    await closeItems(tx, key);
    const environmentIds = tx.environments.map(({ id }) => id);
    await tx.db.evaluationCount.deleteMany({ where: { environmentId: { in: environmentIds }, flag: key } });
    await tx.db.declaration.deleteMany({ where: { environmentId: { in: environmentIds }, flag: key } });
    await tx.db.flag.delete({ where: { id: row.id } });
    tx.audit({ action: 'flag.delete', flag: key, before: auditedFlag(row), comment });
  },
});
