import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase } from '@/lib/db/testing/create-test-database';
import { parseEnv } from '@/lib/env';
import { createRuntime } from '@/lib/runtime';
import { setUpInstallation } from '@/lib/runtime-set-up';
import type { Runtime } from '@/lib/runtime-shape';
import { createApiKey } from '@/lib/services/keys/create';
import { revokeApiKey } from '@/lib/services/keys/revoke';
import { createUser } from '@/lib/services/users/create';
import { disableUser } from '@/lib/services/users/disable';
import { enableUser } from '@/lib/services/users/enable';
import { setUserRole } from '@/lib/services/users/set-role';
import { signOutEverywhere } from '@/lib/services/users/sign-out-everywhere';
import { authRoute } from './auth-route';
import type { Dependencies } from './context';
import { dependencies } from './dependencies';
import { edge } from './edge';
import { jobIdentity, mintInstallation, mintProject } from './mint';

const HOST = 'localhost:3000';
const SITE = `http://${HOST}`;
const PASSWORD = 'correct horse battery';
let runtime: Runtime;
let own: Dependencies;
let close: () => Promise<void>;
let userId = '';
const admin = () => mintInstallation(own, jobIdentity('test'), 'request');

beforeAll(async () => {
  const opened = await createTestDatabase();
  const env = parseEnv({ ...process.env, FLAGSTAFF_LOG_LEVEL: 'silent' });
  runtime = createRuntime({ env, setUp: setUpInstallation, database: opened.database });
  Object.assign(globalThis, { [Symbol.for('flagstaff')]: runtime });
  await setUpInstallation(opened.database);
  own = await dependencies(new Headers({ host: HOST }));
  userId = (await createUser(admin(), { email: 'ana@example.com', role: 'viewer', password: PASSWORD })).id;
  close = async () => {
    await runtime.close();
    await opened.close();
  };
});
afterAll(() => close());
beforeEach(() => runtime.database().then(({ prisma }) => prisma.attempt.deleteMany()));

interface Sent {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

function ask(action: string, { method = 'GET', headers = {}, body }: Sent = {}): Promise<Response> {
  const request = new Request(`${SITE}/api/auth/${action}`, { method, body, headers: { host: HOST, ...headers } });
  return authRoute(request, { params: Promise.resolve({ nextauth: action.split('/') }) });
}

const cookiesOf = (response: Response) => response.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '');

async function submit(email: string, password: string, headers: Record<string, string> = {}): Promise<Response> {
  const csrf = await ask('csrf');
  const { csrfToken }: { csrfToken: string } = await csrf.json();
  const body = new URLSearchParams({ email, password, csrfToken, json: 'true' }).toString();
  return ask('callback/credentials', {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      cookie: cookiesOf(csrf).join('; '),
      origin: SITE,
      ...headers,
    },
  });
}

const sessionOf = (response: Response) =>
  response.headers.getSetCookie().find((cookie) => cookie.startsWith('flagstaff.session='));

async function signIn(): Promise<string> {
  const cookie = sessionOf(await submit('ana@example.com', PASSWORD))?.split(';')[0];
  if (cookie === undefined) throw new Error('the password is right');
  return cookie;
}
const me = async (headers: Record<string, string>, method = 'GET') => {
  const request = new Request(`${SITE}/api/admin/me`, { method, headers: { host: HOST, ...headers } });
  const outcome = await edge.mintInstallation(request, 'r').catch((thrown: { code: string }) => thrown.code);
  return typeof outcome === 'string' ? outcome : outcome.actor.id;
};

describe('signing in over HTTP', () => {
  it('sets a session that scripts cannot read and other sites cannot send', async () => {
    const response = await submit('Ana@example.com', PASSWORD);
    expect(response.status).toBe(200);
    expect(sessionOf(response)).toMatch(/; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/);
    expect(response.headers.get('cache-control')).toContain('no-store');
    expect(await me({ cookie: sessionOf(response)?.split(';')[0] ?? '' })).toBe(userId);
  });

  it('answers unknown, wrong and throttled alike', async () => {
    const shape = async (response: Response) => {
      const headers = [...response.headers].filter(([name]) => name !== 'set-cookie');
      return { status: response.status, headers, body: await response.text(), cookie: sessionOf(response) };
    };
    const wrong = await shape(await submit('ana@example.com', 'wrong'));
    expect(wrong).toMatchObject({ status: 401, cookie: undefined });
    expect(await shape(await submit('nobody@example.com', PASSWORD))).toEqual(wrong);
    for (let n = 0; n < 10; n += 1) await submit('ana@example.com', 'wrong');
    expect(await shape(await submit('ana@example.com', PASSWORD))).toEqual(wrong);
  });

  it('counts by address', async () => {
    const from = { 'x-forwarded-for': '203.0.113.9' };
    const { prisma } = await runtime.database();
    const failure = { kind: 'signIn', outcome: 'failed', address: '203.0.113.9', at: runtime.now() };
    await prisma.attempt.createMany({ data: Array.from({ length: 50 }, () => failure) });
    expect((await submit('ana@example.com', PASSWORD, from)).status).toBe(401);
    expect((await submit('ana@example.com', PASSWORD)).status).toBe(200);
  });

  it('needs the token of the form, and a page of this site', async () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const body = new URLSearchParams({ email: 'ana@example.com', password: PASSWORD, json: 'true' }).toString();
    const bare = await ask('callback/credentials', { method: 'POST', body, headers: form });
    expect(sessionOf(bare)).toBeUndefined();
    const foreign = await submit('ana@example.com', PASSWORD, { origin: 'https://evil.example' });
    expect(foreign.status).toBe(403);
    expect(await foreign.json()).toMatchObject({ error: { code: 'foreign_origin' } });
    expect((await submit('ana@example.com', PASSWORD, { origin: 'null' })).status).toBe(403);
  });

  it('leads to this site’s own pages, whatever the sender says of its address', async () => {
    const response = await ask('signin', { headers: { 'x-forwarded-host': 'evil.example' } });
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toMatch(/^\/sign-in\?/);
    expect(response.headers.get('location')).not.toContain('evil');
    const elsewhere = await ask('signin?callbackUrl=https://evil.example');
    expect(elsewhere.headers.get('location') ?? '').not.toContain('evil');
  });

  it('tells the browser nothing of the session but its end', async () => {
    const response = await ask('session', { headers: { cookie: await signIn() } });
    expect(Object.keys(await response.json())).toEqual(['expires']);
  });

  it.each(['__proto__/x', '../admin', 'CALLBACK', `${'a'.repeat(41)}`])('finds nothing at %s', async (action) => {
    expect((await ask(action)).status).toBe(404);
  });

  it('refuses a body that is too large, or not JSON', async () => {
    const json = { 'content-type': 'application/json', origin: SITE };
    const large = await ask('callback/credentials', { method: 'POST', body: 'x'.repeat(70_000), headers: json });
    expect(large.status).toBe(413);
    expect((await ask('callback/credentials', { method: 'POST', body: '{', headers: json })).status).toBe(400);
  });
});

describe('a session', () => {
  it.each([
    ['disabling', async () => disableUser(admin(), { id: userId }).then(() => enableUser(admin(), { id: userId }))],
    ['signing out everywhere', async () => signOutEverywhere(admin(), { id: userId })],
    [
      'a change of role',
      async () => {
        const { prisma } = await runtime.database();
        const { version } = await prisma.user.findUniqueOrThrow({ where: { id: userId } });
        await setUserRole(admin(), { id: userId, version, role: 'developer', project: 'default' });
      },
    ],
  ])('ends at once by %s', async (_name, act) => {
    const cookie = await signIn();
    expect(await me({ cookie })).toBe(userId);
    await act();
    expect(await me({ cookie })).toBe('unauthenticated');
    expect(await me({ cookie: await signIn() })).toBe(userId);
  });

  it('writes only from a page of this site', async () => {
    const cookie = await signIn();
    expect(await me({ cookie, origin: SITE, 'content-type': 'application/json' }, 'POST')).toBe(userId);
    expect(await me({ cookie, 'content-type': 'application/json' }, 'POST')).toBe('foreign_origin');
    expect(await me({ cookie, origin: 'https://evil.example' }, 'POST')).toBe('foreign_origin');
    expect(await me({ origin: SITE }, 'POST')).toBe('unauthenticated');
  });

  it('under the name for TLS counts only there', async () => {
    const cookie = await signIn();
    expect(await me({ cookie: cookie.replace('flagstaff', '__Host-flagstaff') })).toBe('unauthenticated');
  });
});

describe('an admin key', () => {
  const inDefault = () => mintProject(own, jobIdentity('test'), 'default', 'request');
  const bearer = (key: string) => ({ authorization: `Bearer ${key}` });

  it('speaks for itself until it is revoked or runs out', async () => {
    const { id, key } = await createApiKey(await inDefault(), { kind: 'admin', name: 'Robot', role: 'viewer' });
    expect(await me(bearer(key))).toBe(id);
    expect(await me({ authorization: `bearer  ${key}` }, 'POST')).toBe(id);
    await revokeApiKey(await inDefault(), { id });
    expect(await me(bearer(key))).toBe('unauthenticated');
    const then = { ...(await inDefault()), now: new Date('2019-12-31T00:00:00Z') };
    const past = await createApiKey(then, {
      kind: 'admin',
      name: 'Past',
      role: 'viewer',
      expiresAt: '2020-01-01T00:00:00Z',
    });
    expect(await me(bearer(past.key))).toBe('unauthenticated');
  });

  it.each(['client', 'server'])('is not a %s key', async (kind) => {
    const { key } = await createApiKey(await inDefault(), { kind, name: kind, environment: 'development' });
    expect(await me(bearer(key))).toBe('unauthenticated');
  });

  it('that is wrong is refused even beside a good session', async () => {
    expect(await me({ ...bearer('fsa_wrong'), cookie: await signIn() })).toBe('unauthenticated');
  });

  it('finds its own project only', async () => {
    const { key } = await createApiKey(await inDefault(), { kind: 'admin', name: 'Robot', role: 'admin' });
    const { prisma } = await runtime.database();
    const createdAt = runtime.now();
    await prisma.project.create({ data: { id: 'p2', key: 'other', keyFolded: 'other', name: 'Other', createdAt } });
    const request = new Request(`${SITE}/api`, { headers: { host: HOST, ...bearer(key) } });
    const codeOf = (project: string) =>
      edge.mintProject(request, project, 'r').then(
        ({ scope }) => scope.projectKey,
        (thrown: { code: string }) => thrown.code,
      );
    expect(await codeOf('default')).toBe('default');
    expect(await codeOf('DEFAULT')).toBe('default');
    for (const project of ['other', 'absent', '__proto__', '', '%00']) expect(await codeOf(project)).toBe('not_found');
  });
});
