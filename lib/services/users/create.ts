import { userCreateSchema } from '@/lib/schemas/user';
import type { InstallationScope } from '../context';
import { defineVerb } from '../define-verb';
import { createAccessLink } from './access-link';
import { insertUser } from './insert-user';
import { assertMayGrant } from './may-grant';
import { hashPassword } from './password';
import { resolveAssignments } from './resolve-assignments';
import type { CreatedUserView } from './types';

/** Creates a user. Without a password the answer holds a link that works once, to choose one with. */
export const createUser = defineVerb<typeof userCreateSchema, CreatedUserView, InstallationScope>({
  verbName: 'users.create',
  input: userCreateSchema,
  permission: 'user.manage',
  locks: () => ({ installation: true }),
  reaches: () => [],
  run: async (tx, { email, name, password, ...role }) => {
    const held = await resolveAssignments(tx.db, [role]);
    await assertMayGrant(tx, held);
    const passwordHash = password === undefined ? null : await hashPassword(password);
    const user = await insertUser(tx, { email, name, passwordHash, held });
    tx.audit({ action: 'user.create', after: user });
    return passwordHash === null ? { ...user, inviteUrl: await createAccessLink(tx, user.id, 'invite') } : user;
  },
});
