import type { Scope, ServiceContext } from '../context';
import { serviceError } from '../errors';
import type { TransactionClient } from '../transaction';
import { grantsOf, type HeldRole, isWithin } from './grants';

type Asking = Pick<ServiceContext<Scope>, 'actor'> & { db: Pick<TransactionClient, 'role'> };

/**
 * Throws `role_beyond_own` unless the actor holds all that these roles allow. Otherwise who may manage users, or
 * keys, could give themself any role, or take over the account of somebody with more.
 */
export async function assertMayGrant({ actor, db }: Asking, held: readonly HeldRole[]): Promise<void> {
  if (!isWithin(actor.grants, await grantsOf(db, held))) throw serviceError('forbidden', 'role_beyond_own');
}
