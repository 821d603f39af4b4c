import type { Env } from '@/lib/env';
import { ensureAdminToken } from '@/lib/services/keys/ensure-admin-token';
import { ensureKeys } from '@/lib/services/keys/ensure-keys';
import { ensureInstallation } from '@/lib/services/projects/ensure-installation';
import { ensureFirstAdmin } from '@/lib/services/users/ensure-first-admin';
import { jobIdentity, mintInstallation } from './mint';
import type { Dependencies } from './context';

type Wanted = Pick<Env, 'firstAdmin' | 'clientKeys' | 'serverKeys' | 'adminToken'>;

/** What a first start makes, and what the environment variables ask for. Does nothing where it is there already. */
export async function prepareInstallation(
  dependencies: Dependencies,
  wanted: Wanted,
  requestId: string,
): Promise<void> {
  const ctx = mintInstallation(dependencies, jobIdentity('start', 'setup'), requestId);
  await ensureInstallation(ctx);
  if (wanted.firstAdmin) await ensureFirstAdmin(ctx, wanted.firstAdmin);
  await ensureKeys(ctx, [
    ...wanted.clientKeys.map((key) => ({ ...key, kind: 'client' as const })),
    ...wanted.serverKeys.map((key) => ({ ...key, kind: 'server' as const })),
  ]);
  await ensureAdminToken(ctx, wanted.adminToken);
}
