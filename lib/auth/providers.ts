import type { Provider } from 'next-auth/providers/index';
import type { OAuthConfig } from 'next-auth/providers/oauth';
import GitHubProvider from 'next-auth/providers/github';
import GoogleProvider from 'next-auth/providers/google';
import { z } from 'zod';
import type { IdentityProviders } from '@/lib/env-schema';

const githubEmails = z.array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }));
const githubProfile = z.object({ id: z.number(), login: z.string(), name: z.string().nullish() });
const claims = z.object({
  sub: z.string(),
  name: z.string().nullish(),
  email: z.string().nullish(),
  email_verified: z.union([z.boolean(), z.string()]).nullish(),
});

/** GitHub's profile names any address; this one is the primary, and verified, or null. */
async function verifiedGithubEmail(accessToken: string | undefined): Promise<string | null> {
  const headers = { authorization: `Bearer ${accessToken ?? ''}`, accept: 'application/vnd.github+json' };
  const answer = await fetch('https://api.github.com/user/emails', { headers, signal: AbortSignal.timeout(10_000) });
  if (!answer.ok) return null;
  const parsed = githubEmails.safeParse(await answer.json());
  return parsed.data?.find(({ primary, verified }) => primary && verified)?.email ?? null;
}

/** A person as OpenID Connect claims tell of them; an address that was not verified does not count. */
export function personOf(profile: unknown): { id: string; name: string | null; email: string | null } {
  const { sub, name, email, email_verified } = claims.parse(profile);
  const isVerified = email_verified === true || email_verified === 'true';
  return { id: sub, name: name ?? null, email: isVerified ? (email ?? null) : null };
}

const oidc = ({ issuer, id, secret, name }: NonNullable<IdentityProviders['oidc']>): OAuthConfig<unknown> => ({
  id: 'oidc',
  name,
  type: 'oauth',
  wellKnown: `${issuer.replace(/\/+$/, '')}/.well-known/openid-configuration`,
  authorization: { params: { scope: 'openid email profile' } },
  checks: ['pkce', 'state', 'nonce'],
  clientId: id,
  clientSecret: secret,
  profile: personOf,
});

/** The configured identity providers. */
export function oauthProviders(configured: IdentityProviders): Provider[] {
  const providers: Provider[] = [];
  const { github, google } = configured;
  if (github) {
    providers.push(
      GitHubProvider({
        clientId: github.id,
        clientSecret: github.secret,
        profile: async (raw, tokens) => {
          const { id, login, name } = githubProfile.parse(raw);
          return { id: String(id), name: name ?? login, email: await verifiedGithubEmail(tokens.access_token) };
        },
      }),
    );
  }
  if (google) providers.push(GoogleProvider({ clientId: google.id, clientSecret: google.secret, profile: personOf }));
  if (configured.oidc) providers.push(oidc(configured.oidc));
  return providers;
}
