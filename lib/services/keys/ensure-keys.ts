import type { InstallationScope, ServiceContext } from '../context';
import { ensureEnvironment } from '../projects/ensure-installation';
import { hashSecret } from '../secrets';
import { lockProject, transaction } from '../transaction';
import { apiKeyBody, hintOf } from './key-row';

/** A key that the operator chose, for an environment that is made if it is missing. */
export interface WantedKey {
  kind: 'client' | 'server';
  project: string;
  environment: string;
  /** The key's text; at least 20 characters. */
  key: string;
}

async function ensureKey(ctx: ServiceContext<InstallationScope>, wanted: WantedKey): Promise<boolean> {
  const hash = hashSecret(wanted.key);
  const known = await ctx.db.apiKey.findUnique({ where: { hash }, select: { id: true } });
  if (known) return false;
  const { projectId, environmentId, environmentKey } = await ensureEnvironment(ctx, wanted);
  return transaction(ctx, { installation: true }, async (tx) => {
    await lockProject(tx.db, projectId);
    if (await tx.db.apiKey.findUnique({ where: { hash }, select: { id: true } })) return false;
    const row = await tx.db.apiKey.create({
      data: {
        id: tx.newId(),
        projectId,
        environmentId,
        kind: wanted.kind,
        name: `Configured ${wanted.kind} key`,
        hash,
        hint: hintOf(wanted.key),
        origins: [],
        createdBy: ctx.actor.name,
        createdAt: tx.now,
      },
    });
    tx.items.put(environmentId, 'apiKey', row.id, apiKeyBody(row));
    const after = { id: row.id, kind: row.kind, name: row.name, hint: row.hint };
    tx.audit({ action: 'key.create', environment: environmentKey, after, projectId });
    return true;
  });
}

/**
 * Makes the keys of the environment variables that are not there, and answers how many. One that was revoked stays
 * revoked: what somebody closed is not opened by a restart.
 */
export async function ensureKeys(
  ctx: ServiceContext<InstallationScope>,
  wanted: readonly WantedKey[],
): Promise<number> {
  let made = 0;
  for (const each of wanted) if (await ensureKey(ctx, each)) made += 1;
  return made;
}
