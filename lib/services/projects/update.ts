import { keySchema } from '@/lib/schemas/key';
import { projectPatchSchema } from '@/lib/schemas/project';
import { versionSchema } from '@/lib/schemas/text';
import { authorizeProject } from '../authorize';
import type { InstallationScope } from '../context';
import { defineVerb } from '../define-verb';
import { requireVersion } from '../require-version';
import { findProject } from './find-project';
import type { ProjectView } from './types';
import { projectView } from './view';

const input = projectPatchSchema.extend({ key: keySchema, version: versionSchema });

/** Renames a project; its own administrators may. */
export const updateProject = defineVerb<typeof input, ProjectView, InstallationScope>({
  verbName: 'projects.update',
  input,
  permission: 'settings.manage',
  anywhere: true,
  locks: () => ({ installation: true }),
  reaches: async (tx, { key }) => {
    authorizeProject(tx, 'settings.manage', (await findProject(tx.db, tx.actor, key)).id);
    return [];
  },
  run: async (tx, { key, version, name }) => {
    const row = await findProject(tx.db, tx.actor, key);
    const before = projectView(row);
    requireVersion(version, row.version, before);
    if (name === row.name) return before;
    const stored = await tx.db.project.update({ where: { id: row.id }, data: { name, version: { increment: 1 } } });
    const after = projectView(stored);
    tx.audit({ action: 'project.update', before, after, projectId: row.id });
    return after;
  },
});
