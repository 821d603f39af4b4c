import { PERMISSIONS, type Permission } from '@/lib/permissions/table';
import type { Prisma } from '@/lib/db/generated/client';
import { serviceError } from '../errors';
import type { TransactionClient } from '../transaction';
import { isBuiltIn, isWithin } from '../users/grants';
import type { UserTx } from '../users/define-user-write';
import type { RoleView } from './types';

export type RoleRow = Prisma.RoleGetPayload<object>;

export const roleView = ({ key, name, permissions, reachesProtected, version }: RoleRow): RoleView => ({
  key,
  name,
  permissions: [...permissions],
  reachesProtected,
  builtIn: false,
  version,
});

/** A custom role. Throws `built_in_role` for one of our own, and `not_found`. */
export async function findRole(db: Pick<TransactionClient, 'role'>, key: string): Promise<RoleRow> {
  if (isBuiltIn(key)) throw serviceError('refused', 'built_in_role');
  const row = await db.role.findUnique({ where: { key } });
  if (!row) throw serviceError('not_found');
  return row;
}

const isPermission = (name: string): name is Permission => PERMISSIONS.some((known) => known === name);

/** Throws `unknown_permission`, and `role_beyond_own` where the actor does not hold all of it everywhere. */
export function assertMayDefine(tx: UserTx, permissions: readonly string[], reachesProtected: boolean): void {
  const known = permissions.filter(isPermission);
  if (known.length < permissions.length) throw serviceError('refused', 'unknown_permission');
  const grant = { permissions: known, reachesProtected, projectId: null, environmentId: null };
  if (!isWithin(tx.actor.grants, [grant])) throw serviceError('forbidden', 'role_beyond_own');
}
