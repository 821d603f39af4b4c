import { foldKey } from '@/lib/schemas/key';
import type { InstallationScope } from '../context';
import { serviceError } from '../errors';
import { type NewEnvironment, openEnvironment } from '../environments/open-environment';
import type { WriteContext } from '../transaction';
import { type ProjectRow, projectView } from './view';

const plain = {
  requiredApprovals: 0,
  requireComment: false,
  openToTenants: false,
  publicRead: false,
  requireProof: false,
};

/** What every project starts with; production is protected. */
const DEFAULT_ENVIRONMENTS: readonly NewEnvironment[] = [
  { ...plain, key: 'development', name: 'Development', color: 'green', protected: false },
  { ...plain, key: 'staging', name: 'Staging', color: 'amber', protected: false },
  { ...plain, key: 'production', name: 'Production', color: 'red', protected: true },
];

/** Makes a project with its first environments. Needs the installation's lock. */
export async function openProject(
  tx: WriteContext<InstallationScope>,
  { key, name }: { key: string; name: string },
): Promise<ProjectRow> {
  const keyFolded = foldKey(key);
  const taken = await tx.db.project.findUnique({ where: { keyFolded } });
  if (taken) throw serviceError('conflict', 'key_taken', { current: projectView(taken) });
  const row = await tx.db.project.create({ data: { id: tx.newId(), key, keyFolded, name, createdAt: tx.now } });
  tx.audit({ action: 'project.create', after: projectView(row), projectId: row.id });
  for (const environment of DEFAULT_ENVIRONMENTS) await openEnvironment(tx, row.id, environment);
  return row;
}
