import { profilePatchSchema } from '@/lib/schemas/user';
import type { InstallationScope, ServiceContext } from '../context';
import { parseInput } from '../define-verb';
import { serviceError } from '../errors';
import { transaction } from '../transaction';
import type { UserView } from './types';
import { userView } from './user-row';

/** Changes the actor's own name and language. */
export async function updateOwnProfile(ctx: ServiceContext<InstallationScope>, raw: unknown): Promise<UserView> {
  const { actor } = ctx;
  if (actor.kind !== 'user') throw serviceError('forbidden');
  const patch = parseInput(profilePatchSchema, raw);
  return transaction(ctx, { installation: true }, async (tx) => {
    const before = await userView(tx.db, actor.id);
    await tx.db.user.update({ where: { id: actor.id }, data: { ...patch, version: { increment: 1 } } });
    const after = await userView(tx.db, actor.id);
    tx.audit({ action: 'user.updateOwn', before, after });
    return after;
  });
}
