import { createHash } from 'node:crypto';
import { isIP } from 'node:net';
import { z } from 'zod';

export type Mode = 'production' | 'development' | 'test' | 'demo';
export type SignUp = { kind: 'off' } | { kind: 'open' } | { kind: 'domain'; domain: string };
/** A key to ensure at start; project and environment are created with it. */
export type EnsuredKey = { project: string; environment: string; key: string };
/** 32 bytes for AES-256-GCM, and the id written beside what it encrypted. */
export type EncryptionKey = { id: string; key: Buffer };

const WELL_KNOWN = ['secret', 'changeme', 'change-me', 'password', 'flagstaff', 'nextauth', 'example', 'development'];

/** Why a secret is not one, or null. Lengths are in characters. */
export function secretWeakness(value: string | undefined): string | null {
  if (value === undefined) return 'is missing';
  if (value.length < 32) return 'is shorter than 32 characters';
  const rest = WELL_KNOWN.reduce((text, word) => text.replaceAll(word, ''), value.toLowerCase());
  if (new Set(rest).size < 8) return 'is a well-known or repeated word';
  return null;
}

function list(text: string | undefined): string[] {
  return (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

const integer = (fallback: number, minimum: number, maximum: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, 'must be a whole number')
    .transform(Number)
    .pipe(z.number().min(minimum).max(maximum))
    .default(fallback);

const ensuredKeys = z
  .string()
  .optional()
  .transform((text, context): EnsuredKey[] =>
    list(text).flatMap((entry) => {
      const match = /^([^:]+):([^:]+):([^:]+)$/.exec(entry);
      const [, project, environment, key] = match ?? [];
      if (project === undefined || environment === undefined || key === undefined) {
        context.addIssue({ code: 'custom', message: 'must be a comma list of project:environment:key' });
        return [];
      }
      if (key.length < 20) {
        context.addIssue({ code: 'custom', message: 'holds a key of under 20 characters (try openssl rand -hex 24)' });
        return [];
      }
      return [{ project, environment, key }];
    }),
  );

/** `id:base64,…`: 32 decoded bytes are the key itself, anything else is hashed to 32. */
export function parseEncryptionKeys(text: string): EncryptionKey[] | null {
  const keys = list(text).map((entry) => /^([A-Za-z0-9_-]{1,32}):([A-Za-z0-9+/_-]+={0,2})$/.exec(entry));
  const parsed: EncryptionKey[] = [];
  for (const match of keys) {
    const [, id, encoded] = match ?? [];
    if (id === undefined || encoded === undefined || secretWeakness(encoded)) return null;
    const bytes = Buffer.from(encoded, 'base64');
    parsed.push({ id, key: bytes.length === 32 ? bytes : createHash('sha256').update(bytes).digest() });
  }
  const ids = new Set(parsed.map((key) => key.id));
  return parsed.length > 0 && ids.size === parsed.length ? parsed : null;
}

const HOST_NAME = /^(?=.{1,253}$)[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?)*$/i;

/** A host's name, an address, or a range of addresses: `10.0.0.0/8`. */
function isHostOrRange(entry: string): boolean {
  const [address = '', bits, ...rest] = entry.split('/');
  const kind = isIP(address);
  if (bits === undefined) return kind > 0 || (HOST_NAME.test(entry) && !/(?:^|\.)[\dx]+$/i.test(entry));
  return kind > 0 && rest.length === 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= (kind === 4 ? 32 : 128);
}

const hostsAndRanges = z
  .string()
  .optional()
  .transform((text, context): string[] => {
    const entries = list(text);
    if (entries.every(isHostOrRange)) return entries;
    context.addIssue({ code: 'custom', message: 'must be a comma list of host names, addresses and address ranges' });
    return [];
  });

const signUp = z
  .string()
  .regex(/^(off|open|domain:[A-Za-z0-9.-]+\.[A-Za-z0-9-]+)$/, 'must be off, open or domain:example.com')
  .default('off')
  .transform((text): SignUp => {
    if (text === 'off' || text === 'open') return { kind: text };
    return { kind: 'domain', domain: text.slice('domain:'.length).toLowerCase() };
  });

const postgresUrl = z.string().regex(/^postgres(ql)?:\/\//, 'must begin with postgresql://');

/** All of a provider's or none: half a provider is a mistake. */
const PROVIDER_VARIABLES = [
  ['FLAGSTAFF_GITHUB_ID', 'FLAGSTAFF_GITHUB_SECRET'],
  ['FLAGSTAFF_GOOGLE_ID', 'FLAGSTAFF_GOOGLE_SECRET'],
  ['FLAGSTAFF_OIDC_ISSUER', 'FLAGSTAFF_OIDC_ID', 'FLAGSTAFF_OIDC_SECRET'],
] as const;

type ProviderVariables = Partial<Record<(typeof PROVIDER_VARIABLES)[number][number], string>>;

/** An application registered with an identity provider. */
export type ProviderClient = { id: string; secret: string };
export type IdentityProviders = {
  github?: ProviderClient;
  google?: ProviderClient;
  oidc?: ProviderClient & { issuer: string; name: string };
};

const clientOf = (id: string | undefined, secret: string | undefined): ProviderClient | undefined =>
  id === undefined || secret === undefined ? undefined : { id, secret };

/** The providers whose variables are set. */
export function identityProviders(value: ProviderVariables & { FLAGSTAFF_OIDC_NAME: string }): IdentityProviders {
  const github = clientOf(value.FLAGSTAFF_GITHUB_ID, value.FLAGSTAFF_GITHUB_SECRET);
  const google = clientOf(value.FLAGSTAFF_GOOGLE_ID, value.FLAGSTAFF_GOOGLE_SECRET);
  const oidc = clientOf(value.FLAGSTAFF_OIDC_ID, value.FLAGSTAFF_OIDC_SECRET);
  const { FLAGSTAFF_OIDC_ISSUER: issuer, FLAGSTAFF_OIDC_NAME: name } = value;
  return {
    ...(github && { github }),
    ...(google && { google }),
    ...(oidc && issuer !== undefined && { oidc: { ...oidc, issuer, name } }),
  };
}

export const environmentSchema = z
  .object({
    NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
    FLAGSTAFF_DEMO: z.enum(['0', '1']).default('0'),
    PORT: integer(3000, 0, 65_535),
    HOST: z.string().default('0.0.0.0'),
    DATABASE_URL: postgresUrl.optional(),
    DATABASE_DIRECT_URL: postgresUrl.optional(),
    FLAGSTAFF_DATA_DIR: z.string().optional(),
    REDIS_URL: z
      .string()
      .regex(/^rediss?:\/\//, 'must begin with redis://')
      .optional(),
    NEXTAUTH_SECRET: z.string().optional(),
    NEXTAUTH_URL: z.url({ protocol: /^https?$/ }).optional(),
    FLAGSTAFF_ENCRYPTION_KEYS: z.string().optional(),
    FLAGSTAFF_ADMIN_EMAIL: z.email().optional(),
    FLAGSTAFF_ADMIN_PASSWORD: z.string().min(8, 'must have at least 8 characters').optional(),
    FLAGSTAFF_ADMIN_TOKEN: z.string().min(8, 'must have at least 8 characters').optional(),
    FLAGSTAFF_CLIENT_KEYS: ensuredKeys,
    FLAGSTAFF_SERVER_KEYS: ensuredKeys,
    FLAGSTAFF_SIGN_UP: signUp,
    FLAGSTAFF_POLL_MS: integer(2000, 50, 600_000),
    FLAGSTAFF_TRUSTED_PROXIES: integer(0, 0, 32),
    CRON_SECRET: z.string().optional(),
    FLAGSTAFF_WEBHOOK_ALLOW: hostsAndRanges,
    FLAGSTAFF_TICKER: z.enum(['on', 'off']).default('on'),
    FLAGSTAFF_ALLOW_TEST_CLOCK: z.enum(['0', '1']).default('0'),
    FLAGSTAFF_GITHUB_ID: z.string().optional(),
    FLAGSTAFF_GITHUB_SECRET: z.string().optional(),
    FLAGSTAFF_GOOGLE_ID: z.string().optional(),
    FLAGSTAFF_GOOGLE_SECRET: z.string().optional(),
    FLAGSTAFF_OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
    FLAGSTAFF_OIDC_ID: z.string().optional(),
    FLAGSTAFF_OIDC_SECRET: z.string().optional(),
    FLAGSTAFF_OIDC_NAME: z.string().max(60).default('OpenID Connect'),
    FLAGSTAFF_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  })
  .refine((value) => (value.FLAGSTAFF_ADMIN_EMAIL === undefined) === (value.FLAGSTAFF_ADMIN_PASSWORD === undefined), {
    path: ['FLAGSTAFF_ADMIN_EMAIL'],
    message: 'and FLAGSTAFF_ADMIN_PASSWORD must be set together',
  })
  .superRefine((value, context) => {
    for (const names of PROVIDER_VARIABLES) {
      const missing = names.filter((name) => value[name] === undefined);
      if (missing.length === 0 || missing.length === names.length) continue;
      context.addIssue({ code: 'custom', path: [missing.join(' and ')], message: 'must be set too' });
    }
  });
