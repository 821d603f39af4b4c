import { accessLinkSchema } from '@/lib/schemas/sign-in';
import { foldEmail } from '@/lib/schemas/user';
import type { InstallationScope, ServiceContext } from '../context';
import { parseInput } from '../define-verb';
import { serviceError } from '../errors';
import { hashSecret } from '../secrets';
import { transaction } from '../transaction';
import { ENDS_SESSIONS, type UserTx } from './define-user-write';
import { hashPassword } from './password';
import type { UserView } from './types';
import { userView } from './user-row';

interface Accepted {
  tokenHash: string;
  userId: string;
  passwordHash: string;
  name: string | undefined;
}

const invalidLink = () => serviceError('refused', 'link_invalid');

async function accept(tx: UserTx, { tokenHash, userId, passwordHash, name }: Accepted): Promise<UserView> {
  const open = { tokenHash, usedAt: null, expiresAt: { gt: tx.now }, user: { disabled: false } };
  const { count } = await tx.db.accessLink.updateMany({ where: open, data: { usedAt: tx.now } });
  if (count !== 1) throw invalidLink();
  const { emailFolded } = await tx.db.user.update({
    where: { id: userId },
    data: { passwordHash, name, ...ENDS_SESSIONS, version: { increment: 1 } },
    select: { emailFolded: true },
  });
  // Failures with the forgotten password must not keep the new one out.
  await tx.db.attempt.updateMany({
    where: { kind: 'signIn', outcome: 'failed', account: emailFolded },
    data: { outcome: 'settled' },
  });
  const after = await userView(tx.db, userId);
  tx.audit({ action: 'user.acceptLink', after });
  return after;
}

/** Sets the password of whom a one-time link was made for. Throws `link_invalid` alike for unknown, used and expired. */
export async function acceptLink(ctx: ServiceContext<InstallationScope>, raw: unknown): Promise<UserView> {
  const { token, password, name } = parseInput(accessLinkSchema, raw);
  const tokenHash = hashSecret(token);
  const link = await ctx.db.accessLink.findUnique({ where: { tokenHash }, include: { user: true } });
  if (!link || link.usedAt !== null || link.expiresAt <= ctx.now || link.user.disabled) throw invalidLink();
  const { id, email } = link.user;
  const passwordHash = await hashPassword(password);
  const actor = {
    kind: 'user',
    id,
    name: name ?? link.user.name,
    email: foldEmail(email),
    grants: [],
    tenants: [],
  } as const;
  return transaction({ ...ctx, actor }, { installation: true }, (tx) =>
    accept(tx, { tokenHash, userId: id, passwordHash, name }),
  );
}
