import { foldEmail } from '@/lib/schemas/user';
import { serviceError } from '../errors';
import type { UserTx } from './define-user-write';
import type { HeldRole } from './grants';
import type { UserView } from './types';
import { userView } from './user-row';

export interface NewUser {
  email: string;
  name: string;
  passwordHash: string | null;
  held: readonly HeldRole[];
}

/** Writes a user and their roles, under the installation's lock. Throws `email_taken`. */
export async function insertUser(
  tx: Pick<UserTx, 'db' | 'now' | 'newId'>,
  { email, name, passwordHash, held }: NewUser,
): Promise<UserView> {
  const emailFolded = foldEmail(email);
  if (await tx.db.user.findUnique({ where: { emailFolded }, select: { id: true } })) {
    throw serviceError('conflict', 'email_taken');
  }
  const id = tx.newId();
  await tx.db.user.create({ data: { id, email, emailFolded, name, passwordHash, createdAt: tx.now } });
  await tx.db.assignment.createMany({
    data: held.map(({ role, projectId, environmentId }) => ({
      id: tx.newId(),
      userId: id,
      role,
      projectId,
      environmentId,
    })),
  });
  return userView(tx.db, id);
}
