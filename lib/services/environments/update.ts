import { same } from '@/lib/changes/same';
import { environmentPatchSchema } from '@/lib/schemas/environment';
import { keySchema } from '@/lib/schemas/key';
import { versionSchema } from '@/lib/schemas/text';
import { defineVerb } from '../define-verb';
import { requireVersion } from '../require-version';
import type { EnvironmentView } from './types';
import { environmentItem } from './environment-item';
import { environmentView } from './view';

const input = environmentPatchSchema.extend({ key: keySchema, version: versionSchema });

/** Changes an environment's name, colour and policies. */
export const updateEnvironment = defineVerb({
  verbName: 'environments.update',
  input,
  permission: 'settings.manage',
  locks: ({ key }) => ({ environments: [key] }),
  reaches: (tx, { key }) => [tx.environment(key)],
  isCommentFree: () => true,
  run: async (tx, { key, version, ...patch }): Promise<EnvironmentView> => {
    const row = tx.environment(key);
    const before = environmentView(row);
    requireVersion(version, row.version, before);
    const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
    if (same(before, { ...before, ...given })) return before;
    const stored = await tx.db.environment.update({
      where: { id: row.id },
      data: { ...patch, version: { increment: 1 } },
    });
    const isRead = !same(environmentItem(stored), environmentItem(row));
    if (isRead) tx.items.put(row.id, 'environment', key, environmentItem(stored));
    const after = { ...environmentView(stored), number: row.number + (isRead ? 1 : 0) };
    tx.audit({ action: 'environment.update', environment: key, before, after });
    return after;
  },
});
