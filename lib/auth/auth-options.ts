import type { AuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import type { Env } from '@/lib/env';
import type { InstallationScope, ServiceContext } from '@/lib/services/context';
import { type Session, signIn } from '@/lib/services/users/sign-in';
import { signInWithProvider } from '@/lib/services/users/sign-in-with-provider';
import { oauthProviders } from './providers';
import { SESSION_SECONDS, sessionCookieName } from './session-token';

export interface AuthRequest {
  ctx: ServiceContext<InstallationScope>;
  env: Pick<Env, 'sessionSecret' | 'signUp' | 'identityProviders'>;
  secure: boolean;
  /** Of whom throttling counts; null where nobody knows. */
  address: string | null;
  /** Told the code alone: what comes with it may hold a provider's tokens. */
  onError: (code: string) => void;
}

function passwordProvider({ ctx, address }: AuthRequest, opened: (session: Session) => void) {
  return CredentialsProvider({
    credentials: { email: { type: 'email' }, password: { type: 'password' } },
    authorize: async (credentials) => {
      const { email, password } = credentials ?? {};
      const session = await signIn(ctx, { email, password }, address);
      if (!session) return null;
      opened(session);
      return { id: session.userId };
    },
  });
}

/** The sign-in library's options for one request; what it opened is kept between its callbacks. */
export function authOptions(request: AuthRequest): AuthOptions {
  const { ctx, env, secure, onError } = request;
  let session: Session | null = null;
  return {
    secret: env.sessionSecret,
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in' },
    useSecureCookies: secure,
    cookies: {
      sessionToken: {
        name: sessionCookieName(secure),
        options: { httpOnly: true, sameSite: 'lax', path: '/', secure },
      },
    },
    providers: [
      passwordProvider(request, (opened) => {
        session = opened;
      }),
      ...oauthProviders(env.identityProviders),
    ],
    callbacks: {
      async signIn({ user, account }) {
        if (account?.type === 'credentials') return session !== null;
        if (!user.email) return false;
        session = await signInWithProvider(ctx, { email: user.email, name: user.name ?? null }, env.signUp);
        return session !== null;
      },
      jwt({ token }) {
        return session ? { sub: session.userId, epoch: session.epoch } : token;
      },
      // Pages read the session from its row; the browser needs nothing of it.
      session({ session: { expires } }) {
        return { expires };
      },
    },
    logger: { error: (code) => onError(code), warn: () => {}, debug: () => {} },
  };
}
