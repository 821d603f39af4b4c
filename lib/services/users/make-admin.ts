import { z } from 'zod';
import { givenPasswordSchema } from '@/lib/schemas/password';
import { nameSchema } from '@/lib/schemas/text';
import { emailSchema, foldEmail } from '@/lib/schemas/user';
import type { InstallationScope } from '../context';
import { defineVerb } from '../define-verb';
import { EVERYWHERE_ADMIN } from './administrators';
import { ENDS_SESSIONS, type UserTx } from './define-user-write';
import { insertUser } from './insert-user';
import { hashPassword } from './password';
import type { UserView } from './types';
import { userView } from './user-row';

const input = z.strictObject({ email: emailSchema, name: nameSchema.optional(), password: givenPasswordSchema });

async function promote(tx: UserTx, id: string, passwordHash: string): Promise<UserView> {
  await tx.db.assignment.deleteMany({ where: { userId: id } });
  await tx.db.assignment.create({ data: { id: tx.newId(), userId: id, ...EVERYWHERE_ADMIN } });
  const data = { passwordHash, disabled: false, ...ENDS_SESSIONS, version: { increment: 1 } };
  await tx.db.user.update({ where: { id }, data });
  return userView(tx.db, id);
}

/** Makes somebody an administrator with this password, who may exist already: the way back in for an operator. */
export const makeAdmin = defineVerb<typeof input, UserView, InstallationScope>({
  verbName: 'users.makeAdmin',
  input,
  permission: 'user.manage',
  locks: () => ({ installation: true }),
  reaches: () => [],
  run: async (tx, { email, name, password }) => {
    const passwordHash = await hashPassword(password);
    const known = await tx.db.user.findUnique({ where: { emailFolded: foldEmail(email) }, select: { id: true } });
    const before = known ? await userView(tx.db, known.id) : undefined;
    const after = known
      ? await promote(tx, known.id, passwordHash)
      : await insertUser(tx, { email, name: name ?? email, passwordHash, held: [EVERYWHERE_ADMIN] });
    tx.audit({ action: 'user.makeAdmin', before, after });
    return after;
  },
});
