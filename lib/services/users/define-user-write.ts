import type { z } from 'zod';
import type { Prisma } from '@/lib/db/generated/client';
import type { InstallationScope } from '../context';
import { defineVerb, type Verb } from '../define-verb';
import { serviceError } from '../errors';
import { requireVersion } from '../require-version';
import type { WriteContext } from '../transaction';
import { administers, hasActiveAdministrator } from './administrators';
import { assertMayGrant } from './may-grant';
import type { UserView } from './types';
import { findUser, type UserRow, userView } from './user-row';

export type UserTx = WriteContext<InstallationScope>;
type OnUser = z.ZodType<{ id: string; version?: number | undefined }>;

interface UserWrite<I extends OnUser> {
  verbName: string;
  /** Of the audit, such as `user.update`. */
  action: string;
  input: I;
  /** Whether callers must say which version they saw; the others are idempotent. */
  isVersioned?: boolean;
  /** Fields to store, or null where nothing changes; may write other rows. */
  change: (tx: UserTx, row: UserRow, input: z.output<I>) => Promise<Prisma.UserUpdateInput | null>;
}

/** Throws `last_administrator` where this user administered and now nobody does. */
export async function assertAdministratorRemains(tx: UserTx, before: UserRow): Promise<void> {
  if (administers(before) && !(await hasActiveAdministrator(tx.db)))
    throw serviceError('refused', 'last_administrator');
}

/** Declares a write to one user: under the installation's lock, never to somebody who may do more than the actor. */
export function defineUserWrite<I extends OnUser>(declared: UserWrite<I>): Verb<I, UserView, InstallationScope> {
  const { verbName, action, input, isVersioned = false, change } = declared;
  return defineVerb<I, UserView, InstallationScope>({
    verbName,
    input,
    permission: 'user.manage',
    locks: () => ({ installation: true }),
    reaches: () => [],
    run: async (tx, given) => {
      const row = await findUser(tx.db, given.id);
      await assertMayGrant(tx, row.assignments);
      const before = await userView(tx.db, row.id);
      if (isVersioned) requireVersion(given.version, row.version, before);
      const data = await change(tx, row, given);
      if (!data) return before;
      await tx.db.user.update({ where: { id: row.id }, data: { ...data, version: { increment: 1 } } });
      await assertAdministratorRemains(tx, row);
      const after = await userView(tx.db, row.id);
      tx.audit({ action, before, after });
      return after;
    },
  });
}

/** Ends every session of a user: their tokens name an older epoch. */
export const ENDS_SESSIONS = { sessionEpoch: { increment: 1 } } as const;
