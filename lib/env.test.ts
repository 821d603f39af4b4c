import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseEnv } from '@/lib/env';
import { ownSecrets } from '@/lib/own-secrets';

const SECRET = 'q8Jx0eV3n5Zt7Lw2Rk9Bc4Md6Hs1Yp0a';
const KEYS = `k1:${Buffer.from('0123456789abcdefghijklmnopqrstuv').toString('base64')}`;
const production = { NODE_ENV: 'production', NEXTAUTH_SECRET: SECRET, FLAGSTAFF_ENCRYPTION_KEYS: KEYS };

function none(): never {
  throw new Error('no secrets are to be made');
}

function problems(record: Record<string, string>): string {
  try {
    parseEnv(record, none);
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
  return '';
}

describe('the environment', () => {
  test('of production needs nothing but its secrets', () => {
    expect(parseEnv(production, none)).toEqual({
      mode: 'production',
      port: 3000,
      host: '0.0.0.0',
      databaseUrl: undefined,
      databaseDirectUrl: undefined,
      dataDir: resolve('data'),
      redisUrl: undefined,
      runsJobs: true,
      sessionSecret: SECRET,
      publicUrl: undefined,
      encryptionKeys: [{ id: 'k1', key: Buffer.from('0123456789abcdefghijklmnopqrstuv') }],
      firstAdmin: undefined,
      adminToken: undefined,
      clientKeys: [],
      serverKeys: [],
      signUp: { kind: 'off' },
      pollMs: 2000,
      trustedProxies: 0,
      cronSecret: undefined,
      webhookAllow: [],
      allowTestClock: false,
      logLevel: 'info',
      identityProviders: {},
    });
  });

  test('is read in full', () => {
    const env = parseEnv(
      {
        ...production,
        PORT: '8080',
        HOST: '127.0.0.1',
        DATABASE_URL: 'postgresql://pooler/db',
        DATABASE_DIRECT_URL: 'postgres://direct/db',
        FLAGSTAFF_DATA_DIR: '/var/lib/flagstaff',
        REDIS_URL: 'redis://cache:6379',
        NEXTAUTH_URL: 'https://flags.example.com',
        FLAGSTAFF_ADMIN_EMAIL: 'ada@example.com',
        FLAGSTAFF_ADMIN_PASSWORD: 'a long password',
        FLAGSTAFF_ADMIN_TOKEN: 'fsa_0123456789abcdef',
        FLAGSTAFF_CLIENT_KEYS: 'shop:production:fsc_0123456789abcdef, shop:staging:fsc_fedcba9876543210',
        FLAGSTAFF_SERVER_KEYS: 'shop:production:fss_0123456789abcdef',
        FLAGSTAFF_SIGN_UP: 'domain:Example.com',
        FLAGSTAFF_POLL_MS: '500',
        FLAGSTAFF_TRUSTED_PROXIES: '2',
        CRON_SECRET: 'every minute',
        FLAGSTAFF_WEBHOOK_ALLOW: 'hooks.internal, 10.0.0.0/8,fd00::/8, 127.0.0.1,::1',
        FLAGSTAFF_ALLOW_TEST_CLOCK: '1',
      },
      none,
    );
    expect(env).toMatchObject({
      port: 8080,
      host: '127.0.0.1',
      databaseUrl: 'postgresql://pooler/db',
      databaseDirectUrl: 'postgres://direct/db',
      dataDir: '/var/lib/flagstaff',
      redisUrl: 'redis://cache:6379',
      publicUrl: 'https://flags.example.com',
      firstAdmin: { email: 'ada@example.com', password: 'a long password' },
      adminToken: 'fsa_0123456789abcdef',
      clientKeys: [
        { project: 'shop', environment: 'production', key: 'fsc_0123456789abcdef' },
        { project: 'shop', environment: 'staging', key: 'fsc_fedcba9876543210' },
      ],
      serverKeys: [{ project: 'shop', environment: 'production', key: 'fss_0123456789abcdef' }],
      signUp: { kind: 'domain', domain: 'example.com' },
      pollMs: 500,
      trustedProxies: 2,
      cronSecret: 'every minute',
      webhookAllow: ['hooks.internal', '10.0.0.0/8', 'fd00::/8', '127.0.0.1', '::1'],
      allowTestClock: true,
    });
  });

  test('takes an empty variable for an absent one, and the pooled URL for the direct one', () => {
    const env = parseEnv({ ...production, REDIS_URL: '', DATABASE_URL: 'postgresql://one/db' }, none);
    expect(env).toMatchObject({ redisUrl: undefined, databaseDirectUrl: 'postgresql://one/db' });
  });

  test.each([
    ['no session secret', { NEXTAUTH_SECRET: '' }, 'NEXTAUTH_SECRET is missing; make one with: openssl rand'],
    ['a short one', { NEXTAUTH_SECRET: SECRET.slice(1) }, 'NEXTAUTH_SECRET is shorter than 32 characters'],
    ['a well-known one', { NEXTAUTH_SECRET: 'changeme-changeme-changeme-changeme' }, 'a well-known or repeated word'],
    ['a repeated one', { NEXTAUTH_SECRET: 'x'.repeat(40) }, 'a well-known or repeated word'],
    ['no encryption keys', { FLAGSTAFF_ENCRYPTION_KEYS: '' }, 'FLAGSTAFF_ENCRYPTION_KEYS is missing; make one with'],
    ['a short encryption key', { FLAGSTAFF_ENCRYPTION_KEYS: 'k1:c2hvcnQ=' }, 'at least 32 random characters'],
    ['an encryption key without id', { FLAGSTAFF_ENCRYPTION_KEYS: SECRET }, 'must be id:base64'],
    ['two keys of one id', { FLAGSTAFF_ENCRYPTION_KEYS: `${KEYS},${KEYS}` }, 'with different ids'],
    ['a short client key', { FLAGSTAFF_CLIENT_KEYS: 'p:e:fsc_012345678901234' }, 'a key of under 20 characters'],
    ['a short server key', { FLAGSTAFF_SERVER_KEYS: 'p:e:fss_short' }, 'a key of under 20 characters'],
    ['a key without project', { FLAGSTAFF_CLIENT_KEYS: 'fsc_01234567890123456789' }, 'project:environment:key'],
    ['half an administrator', { FLAGSTAFF_ADMIN_EMAIL: 'ada@example.com' }, 'must be set together'],
    ['a port that is none', { PORT: '80a' }, 'PORT must be a whole number'],
    ['a port beyond the last', { PORT: '65536' }, 'PORT'],
    ['another database', { DATABASE_URL: 'mysql://x/y' }, 'DATABASE_URL must begin with postgresql://'],
    [
      'a webhook range beyond all',
      { FLAGSTAFF_WEBHOOK_ALLOW: '10.0.0.0/33' },
      'FLAGSTAFF_WEBHOOK_ALLOW must be a comma',
    ],
    ['a webhook address cut short', { FLAGSTAFF_WEBHOOK_ALLOW: '127.1' }, 'FLAGSTAFF_WEBHOOK_ALLOW must be a comma'],
    ['a webhook host that is a URL', { FLAGSTAFF_WEBHOOK_ALLOW: 'http://a.b/' }, 'FLAGSTAFF_WEBHOOK_ALLOW must be a'],
    ['a sign-up mode unknown', { FLAGSTAFF_SIGN_UP: 'everybody' }, 'FLAGSTAFF_SIGN_UP must be off, open or domain'],
  ])('with %s refuses to start, and says why without the value', (_what, change, words) => {
    const said = problems({ ...production, ...change });
    expect(said).toContain(words);
    for (const value of Object.values(change)) if (value !== '') expect(said).not.toContain(value);
  });

  test('names every problem at once', () => {
    const said = problems({ NODE_ENV: 'production' });
    expect(said).toContain('NEXTAUTH_SECRET');
    expect(said).toContain('FLAGSTAFF_ENCRYPTION_KEYS');
  });

  test('keeps the first of several encryption keys first, and makes 32 bytes of any', () => {
    const long = Buffer.from('a key of more than thirty-two bytes, hashed').toString('base64');
    const { encryptionKeys } = parseEnv({ ...production, FLAGSTAFF_ENCRYPTION_KEYS: `new:${long},${KEYS}` }, none);
    expect(encryptionKeys.map(({ id, key }) => [id, key.length])).toEqual([
      ['new', 32],
      ['k1', 32],
    ]);
  });
});

describe('secrets a server makes for itself', () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'flagstaff-secrets-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true }));

  test('are made in demo mode, even of a production build, kept, and read by their owner alone', () => {
    const record = { NODE_ENV: 'production', FLAGSTAFF_DEMO: '1', FLAGSTAFF_DATA_DIR: dataDir };
    const first = parseEnv(record);
    expect(first.mode).toBe('demo');
    expect(first.publicUrl).toBe('http://localhost:3000');
    const second = parseEnv(record);
    expect(second.sessionSecret).toBe(first.sessionSecret);
    expect(second.encryptionKeys).toEqual(first.encryptionKeys);
    expect(statSync(join(dataDir, 'secrets.json')).mode & 0o777).toBe(0o600);
  });

  test('stand back for given ones', () => {
    const record = { NODE_ENV: 'development', FLAGSTAFF_DATA_DIR: dataDir, NEXTAUTH_SECRET: SECRET };
    expect(parseEnv(record).sessionSecret).toBe(SECRET);
  });

  test('are not made anew when their file is damaged', () => {
    ownSecrets(dataDir);
    writeFileSync(join(dataDir, 'secrets.json'), '{"sessionSecret"');
    expect(() => ownSecrets(dataDir)).toThrow('secrets.json cannot be read');
    expect(readFileSync(join(dataDir, 'secrets.json'), 'utf8')).toBe('{"sessionSecret"');
  });
});
