import { foldKey } from '@/lib/schemas/key';
import type { InstallationScope, ServiceContext } from '../context';
import { openEnvironment } from '../environments/open-environment';
import { lockProject, transaction } from '../transaction';
import { openProject } from './open-project';

const EPOCH_BYTES = 12;

/** Makes the installation's row and its first project, once, however many instances start. */
export async function ensureInstallation(ctx: ServiceContext<InstallationScope>): Promise<void> {
  await ctx.db.$executeRaw`
    INSERT INTO installation (id, epoch, "createdAt") VALUES (1, ${ctx.randomText(EPOCH_BYTES)}, ${ctx.now})
    ON CONFLICT (id) DO NOTHING`;
  if ((await ctx.db.project.count()) > 0) return;
  await transaction(ctx, { installation: true }, async (tx) => {
    if ((await tx.db.project.count()) > 0) return;
    await openProject(tx, { key: 'default', name: 'Default' });
  });
}

export interface EnsuredEnvironment {
  projectId: string;
  projectKey: string;
  environmentId: string;
  environmentKey: string;
}

/** Makes a project or environment that is missing; `production` is protected wherever it is made. */
export async function ensureEnvironment(
  ctx: ServiceContext<InstallationScope>,
  wanted: { project: string; environment: string },
): Promise<EnsuredEnvironment> {
  return transaction(ctx, { installation: true }, async (tx) => {
    const known = await tx.db.project.findUnique({ where: { keyFolded: foldKey(wanted.project) } });
    const project = known ?? (await openProject(tx, { key: wanted.project, name: wanted.project }));
    const environments = await lockProject(tx.db, project.id);
    const keyFolded = foldKey(wanted.environment);
    const environment =
      environments.find((row) => row.keyFolded === keyFolded) ??
      (await openEnvironment(tx, project.id, {
        key: wanted.environment,
        name: wanted.environment,
        color: 'gray',
        protected: keyFolded === 'production',
        requiredApprovals: 0,
        requireComment: false,
        openToTenants: false,
        publicRead: false,
        requireProof: false,
      }));
    return {
      projectId: project.id,
      projectKey: project.key,
      environmentId: environment.id,
      environmentKey: environment.key,
    };
  });
}
