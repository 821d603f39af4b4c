import { resolve } from 'node:path';
import {
  type EncryptionKey,
  type EnsuredKey,
  environmentSchema,
  type IdentityProviders,
  identityProviders,
  type Mode,
  parseEncryptionKeys,
  type SignUp,
  secretWeakness,
} from '@/lib/env-schema';
import { type OwnSecrets, ownSecrets } from '@/lib/own-secrets';

export type Env = {
  mode: Mode;
  port: number;
  host: string;
  /** Absent: the embedded database in `dataDir`. */
  databaseUrl: string | undefined;
  databaseDirectUrl: string | undefined;
  /** Absolute. */
  dataDir: string;
  redisUrl: string | undefined;
  /** `NEXTAUTH_SECRET`. */
  sessionSecret: string;
  /** `NEXTAUTH_URL`, or this machine's own address outside production. */
  publicUrl: string | undefined;
  /** The first encrypts, all decrypt; never empty. */
  encryptionKeys: EncryptionKey[];
  firstAdmin: { email: string; password: string } | undefined;
  adminToken: string | undefined;
  clientKeys: EnsuredKey[];
  serverKeys: EnsuredKey[];
  signUp: SignUp;
  identityProviders: IdentityProviders;
  pollMs: number;
  trustedProxies: number;
  cronSecret: string | undefined;
  /** Hosts and address ranges that webhooks may be sent to although they are private. */
  webhookAllow: string[];
  /** Whether this server runs jobs by itself, besides when it is told to. */
  runsJobs: boolean;
  allowTestClock: boolean;
  logLevel: string;
};

/** What is wrong with the environment, a line each; never a value. `code` is `invalid_environment`. */
export class EnvError extends Error {
  readonly code = 'invalid_environment';
  constructor(readonly problems: string[]) {
    super(`Flagstaff cannot start with this environment:\n${problems.map((line) => `  - ${line}`).join('\n')}`);
    this.name = 'EnvError';
  }
}

const HOW_SESSION = 'make one with: openssl rand -base64 48';
const HOW_ENCRYPTION = 'make one with: echo "k1:$(openssl rand -base64 32)"';

/** Production needs its secrets given; elsewhere missing ones are asked of `makeSecrets(dataDir)`. */
export function parseEnv(
  record: Record<string, string | undefined>,
  makeSecrets: (dataDir: string) => OwnSecrets = ownSecrets,
): Env {
  const given = Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = environmentSchema.safeParse(given);
  if (!parsed.success) {
    throw new EnvError(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`));
  }
  const value = parsed.data;
  const mode: Mode = value.FLAGSTAFF_DEMO === '1' ? 'demo' : value.NODE_ENV;
  const dataDir = resolve(value.FLAGSTAFF_DATA_DIR ?? (mode === 'demo' ? './demo-data' : './data'));
  const secrets = readSecrets(value.NEXTAUTH_SECRET, value.FLAGSTAFF_ENCRYPTION_KEYS, mode, () => makeSecrets(dataDir));
  return {
    mode,
    port: value.PORT,
    host: value.HOST,
    databaseUrl: value.DATABASE_URL,
    databaseDirectUrl: value.DATABASE_DIRECT_URL ?? value.DATABASE_URL,
    dataDir,
    redisUrl: value.REDIS_URL,
    ...secrets,
    publicUrl: value.NEXTAUTH_URL ?? (mode === 'production' ? undefined : `http://localhost:${value.PORT}`),
    firstAdmin:
      value.FLAGSTAFF_ADMIN_EMAIL !== undefined && value.FLAGSTAFF_ADMIN_PASSWORD !== undefined
        ? { email: value.FLAGSTAFF_ADMIN_EMAIL, password: value.FLAGSTAFF_ADMIN_PASSWORD }
        : undefined,
    adminToken: value.FLAGSTAFF_ADMIN_TOKEN,
    clientKeys: value.FLAGSTAFF_CLIENT_KEYS,
    serverKeys: value.FLAGSTAFF_SERVER_KEYS,
    signUp: value.FLAGSTAFF_SIGN_UP,
    identityProviders: identityProviders(value),
    pollMs: value.FLAGSTAFF_POLL_MS,
    trustedProxies: value.FLAGSTAFF_TRUSTED_PROXIES,
    cronSecret: value.CRON_SECRET,
    webhookAllow: value.FLAGSTAFF_WEBHOOK_ALLOW,
    runsJobs: value.FLAGSTAFF_TICKER === 'on',
    allowTestClock: value.FLAGSTAFF_ALLOW_TEST_CLOCK === '1',
    logLevel: value.FLAGSTAFF_LOG_LEVEL,
  };
}

function readSecrets(
  session: string | undefined,
  encryption: string | undefined,
  mode: Mode,
  make: () => OwnSecrets,
): Pick<Env, 'sessionSecret' | 'encryptionKeys'> {
  const own = mode !== 'production' && (session === undefined || encryption === undefined) ? make() : undefined;
  const sessionSecret = session ?? own?.sessionSecret;
  const keysText = encryption ?? own?.encryptionKeys;
  const encryptionKeys = keysText === undefined ? null : parseEncryptionKeys(keysText);
  const problems: string[] = [];
  const weakness = secretWeakness(sessionSecret);
  if (weakness) problems.push(`NEXTAUTH_SECRET ${weakness}; ${HOW_SESSION}`);
  if (keysText === undefined) problems.push(`FLAGSTAFF_ENCRYPTION_KEYS is missing; ${HOW_ENCRYPTION}`);
  else if (encryptionKeys === null) {
    problems.push(
      'FLAGSTAFF_ENCRYPTION_KEYS must be id:base64,… with different ids, each of at least 32 random characters; ' +
        HOW_ENCRYPTION,
    );
  }
  if (problems.length > 0 || sessionSecret === undefined || encryptionKeys === null) throw new EnvError(problems);
  return { sessionSecret, encryptionKeys };
}

let cached: Env | undefined;

/** This process's environment, read once at first use: never at import time. */
export function env(): Env {
  cached ??= parseEnv(process.env);
  return cached;
}

/**
 * Lets the sign-in library take its address from a request's headers where `NEXTAUTH_URL` does not say it; its
 * handler is given headers that we made.
 */
export function letSignInFollowRequest(): void {
  process.env.AUTH_TRUST_HOST = '1';
}

/** The server that the command line asks, and the key it asks with, where no option says so. */
export function cliDefaults(): { url: string | undefined; key: string | undefined } {
  return { url: process.env.FLAGSTAFF_URL || undefined, key: process.env.FLAGSTAFF_KEY || undefined };
}
