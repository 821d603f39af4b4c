import { z } from 'zod';
import { flagArchiveSchema } from '@/lib/schemas/flag';
import { keySchema } from '@/lib/schemas/key';
import { defineVerb } from '../define-verb';
import type { WriteContext } from '../transaction';
import { auditedFlag } from './audited-flag';
import { definitionOf } from './definition-of';
import { findFlag } from './flag-row';
import { environmentsReachedBy } from './reached-by';
import type { FlagView } from './types';
import { readFlagView } from './view';

const input = z.strictObject({ ...flagArchiveSchema.shape, key: keySchema });

async function setArchived(tx: WriteContext, key: string, archived: boolean, comment?: string): Promise<FlagView> {
  const row = await findFlag(tx.db, tx.scope.projectId, key);
  if ((row.archivedAt !== null) === archived) return readFlagView(tx.db, row);
  const stored = await tx.db.flag.update({
    where: { id: row.id },
    data: { archivedAt: archived ? tx.now : null, version: { increment: 1 }, updatedAt: tx.now },
  });
  for (const { id } of tx.environments) tx.items.put(id, 'flag', key, definitionOf(stored));
  const action = archived ? 'flag.archive' : 'flag.restore';
  tx.audit({ action, flag: key, before: auditedFlag(row), after: auditedFlag(stored), comment });
  return readFlagView(tx.db, stored);
}

/** Declares archive or restore: idempotent, without a version. */
export function defineArchiving(verbName: string, archived: boolean) {
  return defineVerb({
    verbName,
    input,
    permission: 'flag.edit',
    locks: () => ({ environments: 'all' }),
    reaches: async (tx, { key }) => {
      await findFlag(tx.db, tx.scope.projectId, key);
      return environmentsReachedBy(tx, key);
    },
    comment: ({ comment }) => comment,
    run: (tx, { key, comment }) => setArchived(tx, key, archived, comment),
  });
}
