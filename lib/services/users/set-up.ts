import { newAccountSchema } from '@/lib/schemas/sign-in';
import type { InstallationScope, ServiceContext } from '../context';
import { parseInput } from '../define-verb';
import { serviceError } from '../errors';
import { transaction } from '../transaction';
import { EVERYWHERE_ADMIN, isSetUp } from './administrators';
import { insertUser } from './insert-user';
import { hashPassword } from './password';
import type { UserView } from './types';

/** Makes the first administrator. Of several at once, one succeeds; then it is `already_set_up`. */
export async function setUp(ctx: ServiceContext<InstallationScope>, raw: unknown): Promise<UserView> {
  const { email, name, password } = parseInput(newAccountSchema, raw);
  if (await isSetUp(ctx.db)) throw serviceError('refused', 'already_set_up');
  const passwordHash = await hashPassword(password);
  return transaction({ ...ctx, via: 'setup' }, { installation: true }, async (tx) => {
    if (await isSetUp(tx.db)) throw serviceError('refused', 'already_set_up');
    const user = await insertUser(tx, { email, name, passwordHash, held: [EVERYWHERE_ADMIN] });
    tx.audit({ action: 'user.setUp', after: user });
    return user;
  });
}
