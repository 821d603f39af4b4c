import type { InstallationScope, ServiceContext } from '../context';
import { hashSecret } from '../secrets';
import { transaction } from '../transaction';
import { hintOf } from './key-row';

/** What tells the configured token from keys that people made: those belong to a project. */
const CONFIGURED = { projectId: null, kind: 'admin' } as const;

/**
 * Makes the admin token of the environment variable the only one of its kind: it spans all projects and may make
 * users and projects. A changed value takes the place of the older one; without a value there is none.
 */
export async function ensureAdminToken(
  ctx: ServiceContext<InstallationScope>,
  token: string | undefined,
): Promise<boolean> {
  const hash = token === undefined ? null : hashSecret(token);
  const known = await ctx.db.apiKey.findMany({ where: CONFIGURED, select: { hash: true } });
  if (known.every((row) => row.hash === hash) && known.length === (hash === null ? 0 : 1)) return false;
  return transaction(ctx, { installation: true }, async (tx) => {
    await tx.db.apiKey.deleteMany({ where: { ...CONFIGURED, ...(hash === null ? {} : { hash: { not: hash } }) } });
    const kept = await tx.db.apiKey.count({ where: CONFIGURED });
    if (token !== undefined && hash !== null && kept === 0) {
      await tx.db.apiKey.create({
        data: {
          ...CONFIGURED,
          id: tx.newId(),
          name: 'Configured admin token',
          hash,
          hint: hintOf(token),
          role: 'admin',
          origins: [],
          createdBy: ctx.actor.name,
          createdAt: tx.now,
        },
      });
    }
    tx.audit({ action: 'key.setAdminToken', after: { present: hash !== null } });
    return true;
  });
}
