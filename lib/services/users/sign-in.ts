import { signInSchema } from '@/lib/schemas/sign-in';
import { foldEmail } from '@/lib/schemas/user';
import { takeAttempt } from '../attempts/take-attempt';
import type { InstallationScope, ServiceContext } from '../context';
import { type CheckPassword, checkPassword } from './password';

/** What a session is made of. */
export interface Session {
  userId: string;
  epoch: number;
}

/**
 * Signs in with a password. Null for every refusal: unknown, wrong, kept out, not yet invited and throttled look
 * alike and cost the same. 10 failures of an account or 50 of an address in 15 minutes throttle it.
 */
export async function signIn(
  ctx: ServiceContext<InstallationScope>,
  raw: unknown,
  address: string | null,
  check?: CheckPassword,
): Promise<Session | null> {
  const parsed = signInSchema.safeParse(raw);
  if (!parsed.success) return null;
  const account = foldEmail(parsed.data.email);
  const attempt = await takeAttempt(ctx, { kind: 'signIn', account, address });
  const user = await ctx.db.user.findUnique({ where: { emailFolded: account } });
  const usable = user && !user.disabled && !attempt.throttled ? user.passwordHash : null;
  const isRight = await checkPassword(usable, parsed.data.password, check);
  if (!user || !isRight) {
    await attempt.settle(attempt.throttled ? 'throttled' : 'failed', null);
    return null;
  }
  await attempt.settle('succeeded', user.id);
  await ctx.db.user.update({ where: { id: user.id }, data: { lastSeenAt: ctx.now }, select: { id: true } });
  return { userId: user.id, epoch: user.sessionEpoch };
}
