import type { InstallationScope, ServiceContext } from '../context';
import { serviceError } from '../errors';
import { transaction } from '../transaction';
import { ENDS_SESSIONS } from './define-user-write';

/** Ends every session of the actor, this one too. */
export async function signOutOwn(ctx: ServiceContext<InstallationScope>): Promise<void> {
  const { actor } = ctx;
  if (actor.kind !== 'user') throw serviceError('forbidden');
  await transaction(ctx, { installation: true }, async (tx) => {
    await tx.db.user.update({ where: { id: actor.id }, data: ENDS_SESSIONS });
    tx.audit({ action: 'user.signOutEverywhere', after: { id: actor.id, email: actor.email } });
  });
}
