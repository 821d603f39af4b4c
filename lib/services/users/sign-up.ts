import { newAccountSchema } from '@/lib/schemas/sign-in';
import { foldEmail } from '@/lib/schemas/user';
import { takeAttempt } from '../attempts/take-attempt';
import type { InstallationScope, ServiceContext } from '../context';
import { parseInput } from '../define-verb';
import { serviceError } from '../errors';
import { transaction } from '../transaction';
import { insertUser } from './insert-user';
import { hashPassword } from './password';
import type { UserView } from './types';

/** Who may make an account for themself: nobody, anybody, or who has an address of a domain. */
export type SignUpPolicy = { kind: 'off' } | { kind: 'open' } | { kind: 'domain'; domain: string };

const VIEWER = { role: 'viewer', projectId: null, environmentId: null } as const;

export function maySignUp(policy: SignUpPolicy, email: string): boolean {
  if (policy.kind === 'domain') return foldEmail(email).endsWith(`@${policy.domain}`);
  return policy.kind === 'open';
}

/** Makes an account as viewer. The caller has found out that the address may sign up. */
export const insertSignedUp = (
  ctx: ServiceContext<InstallationScope>,
  { email, name, passwordHash }: { email: string; name: string; passwordHash: string | null },
): Promise<UserView> =>
  transaction(ctx, { installation: true }, async (tx) => {
    const user = await insertUser(tx, { email, name, passwordHash, held: [VIEWER] });
    tx.audit({ action: 'user.signUp', after: user });
    return user;
  });

/** Signs up with a password. Throws `sign_up_closed` where the policy does not let the address in, and `email_taken`. */
export async function signUp(
  ctx: ServiceContext<InstallationScope>,
  raw: unknown,
  from: { policy: SignUpPolicy; address: string | null },
): Promise<UserView> {
  const { email, name, password } = parseInput(newAccountSchema, raw);
  if (!maySignUp(from.policy, email)) throw serviceError('forbidden', 'sign_up_closed');
  const attempt = await takeAttempt(ctx, { kind: 'signUp', account: foldEmail(email), address: from.address });
  if (attempt.throttled) {
    await attempt.settle('throttled', null);
    throw serviceError('throttled', 'throttled', { retryAfter: 900 });
  }
  const user = await insertSignedUp(ctx, { email, name, passwordHash: await hashPassword(password) });
  await attempt.settle('succeeded', user.id);
  return user;
}
