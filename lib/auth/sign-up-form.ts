import type { Env } from '@/lib/env';
import type { SignUpPolicy } from '@/lib/services/users/sign-up';

/**
 * Who may sign up with a password. A form cannot know whose an address is: where addresses of a domain are let in
 * and a provider is there to vouch for them, signing up is the provider's alone.
 */
export function signUpFormPolicy({
  signUp,
  identityProviders,
}: Pick<Env, 'signUp' | 'identityProviders'>): SignUpPolicy {
  const isVouched = signUp.kind === 'domain' && Object.keys(identityProviders).length > 0;
  return isVouched ? { kind: 'off' } : signUp;
}
