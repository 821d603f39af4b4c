import { emailSchema, foldEmail } from '@/lib/schemas/user';
import type { InstallationScope, ServiceContext } from '../context';
import { asServiceError } from '../errors';
import type { Session } from './sign-in';
import { insertSignedUp, maySignUp, type SignUpPolicy } from './sign-up';

/** What an identity provider vouches for. */
export interface VouchedIdentity {
  /** An address that the provider says it has verified. */
  email: string;
  name: string | null;
}

/** Signs in whom a provider vouches for: a known address, or a new one that the policy lets in. Null for the others. */
export async function signInWithProvider(
  ctx: ServiceContext<InstallationScope>,
  identity: VouchedIdentity,
  policy: SignUpPolicy,
): Promise<Session | null> {
  const parsed = emailSchema.safeParse(identity.email);
  if (!parsed.success) return null;
  const email = parsed.data;
  const name = (identity.name?.trim() || email).slice(0, 200);
  const where = { emailFolded: foldEmail(email) };
  if (maySignUp(policy, email) && !(await ctx.db.user.findUnique({ where, select: { id: true } }))) {
    await insertSignedUp(ctx, { email, name, passwordHash: null }).catch((thrown: unknown) => {
      // Two tabs at once: the other one made it.
      if (asServiceError(thrown)?.code !== 'email_taken') throw thrown;
    });
  }
  const user = await ctx.db.user.findUnique({ where });
  const outcome = user && !user.disabled ? 'succeeded' : 'failed';
  await ctx.db.attempt.create({
    data: {
      kind: 'provider',
      outcome,
      account: where.emailFolded,
      at: ctx.now,
      actorId: user?.id ?? null,
      requestId: ctx.requestId,
    },
  });
  if (!user || user.disabled) return null;
  await ctx.db.user.update({ where: { id: user.id }, data: { lastSeenAt: ctx.now }, select: { id: true } });
  return { userId: user.id, epoch: user.sessionEpoch };
}
