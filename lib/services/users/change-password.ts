import { passwordChangeSchema } from '@/lib/schemas/sign-in';
import { foldEmail } from '@/lib/schemas/user';
import { takeAttempt } from '../attempts/take-attempt';
import type { InstallationScope, ServiceContext } from '../context';
import { parseInput } from '../define-verb';
import { serviceError } from '../errors';
import { transaction } from '../transaction';
import { ENDS_SESSIONS } from './define-user-write';
import { checkPassword, hashPassword } from './password';
import type { Session } from './sign-in';

/** Whether this is the user's own password; guessing it counts like signing in. */
async function isOwnPassword(ctx: ServiceContext<InstallationScope>, id: string, password: string): Promise<boolean> {
  const { email, passwordHash } = await ctx.db.user.findUniqueOrThrow({ where: { id } });
  const attempt = await takeAttempt(ctx, { kind: 'signIn', account: foldEmail(email), address: null });
  const isRight = await checkPassword(attempt.throttled ? null : passwordHash, password);
  await attempt.settle(isRight ? 'succeeded' : attempt.throttled ? 'throttled' : 'failed', id);
  return isRight;
}

/** Changes the actor's own password. Their sessions end; the answer makes a new one. Throws `password_wrong`. */
export async function changePassword(ctx: ServiceContext<InstallationScope>, raw: unknown): Promise<Session> {
  const { actor } = ctx;
  if (actor.kind !== 'user') throw serviceError('forbidden');
  const { current, password } = parseInput(passwordChangeSchema, raw);
  if (!(await isOwnPassword(ctx, actor.id, current))) throw serviceError('refused', 'password_wrong');
  const passwordHash = await hashPassword(password);
  return transaction(ctx, { installation: true }, async (tx) => {
    const { id, sessionEpoch } = await tx.db.user.update({
      where: { id: actor.id },
      data: { passwordHash, ...ENDS_SESSIONS, version: { increment: 1 } },
    });
    await tx.db.accessLink.deleteMany({ where: { userId: id } });
    tx.audit({ action: 'user.changePassword', after: { id, email: actor.email } });
    return { userId: id, epoch: sessionEpoch };
  });
}
