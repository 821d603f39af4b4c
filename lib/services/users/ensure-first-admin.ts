import type { InstallationScope, ServiceContext } from '../context';
import { transaction } from '../transaction';
import { EVERYWHERE_ADMIN, isSetUp } from './administrators';
import { insertUser } from './insert-user';
import { hashPassword } from './password';

/** Makes the administrator of the environment variables if there is none; instances that start together make one. */
export async function ensureFirstAdmin(
  ctx: ServiceContext<InstallationScope>,
  { email, password }: { email: string; password: string },
): Promise<boolean> {
  if (await isSetUp(ctx.db)) return false;
  const passwordHash = await hashPassword(password);
  return transaction({ ...ctx, via: 'setup' }, { installation: true }, async (tx) => {
    if (await isSetUp(tx.db)) return false;
    const user = await insertUser(tx, { email, name: email, passwordHash, held: [EVERYWHERE_ADMIN] });
    tx.audit({ action: 'user.setUp', after: user });
    return true;
  });
}
