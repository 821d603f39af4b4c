import { z } from 'zod';
import { keySchema } from '@/lib/schemas/key';
import { versionSchema } from '@/lib/schemas/text';
import type { InstallationScope } from '../context';
import { defineVerb } from '../define-verb';
import { forgetEnvironments } from '../environments/forget-environments';
import { lockProject } from '../transaction';
import { requireVersion } from '../require-version';
import { findProject } from './find-project';
import { projectView } from './view';

const input = z.strictObject({ key: keySchema, version: versionSchema });

/** Deletes a project with all that is in it; its audit chain stays. Only who manages the whole installation may. */
export const removeProject = defineVerb<typeof input, void, InstallationScope>({
  verbName: 'projects.remove',
  input,
  permission: 'settings.manage',
  locks: () => ({ installation: true }),
  reaches: () => [],
  run: async (tx, { key, version }) => {
    const row = await findProject(tx.db, tx.actor, key);
    const before = projectView(row);
    requireVersion(version, row.version, before);
    const environments = await lockProject(tx.db, row.id);
    await forgetEnvironments(
      tx,
      environments.map(({ id }) => id),
    );
    await tx.db.project.delete({ where: { id: row.id } });
    tx.audit({ action: 'project.delete', before });
  },
});
