import { expect } from 'vitest';
import { z } from 'zod';
import { sessionCookieName, writeSessionToken } from '@/lib/auth/session-token';
import { createTestDatabase } from '@/lib/db/testing/create-test-database';
import { parseEnv } from '@/lib/env';
import { createRuntime } from '@/lib/runtime';
import { setUpInstallation } from '@/lib/runtime-set-up';
import type { Runtime } from '@/lib/runtime-shape';
import { ensureAdminToken } from '@/lib/services/keys/ensure-admin-token';
import { dependencies } from '@/lib/auth/dependencies';
import { jobIdentity, mintInstallation } from '@/lib/auth/mint';
import type { RouteHandler } from '@/lib/http/wrapper';
import { checkAnswer } from './check-answer';
import { findRoute, type HttpMethod, routesOnDisk } from './routes-on-disk';

export const SITE = 'http://localhost:3000';
/** Spans all projects, as an infrastructure's own token does. */
export const INSTALLATION_TOKEN = 'fsa_installation_token_of_this_test_run_only';

/** The tenant of `default` that `tenantAdmin` administers. */
export const OWN_TENANT = 'world-tenant';

/** Who asks: members of the project `default` by role, and those who are not. */
export const ACTORS = [
  'viewer',
  'developer',
  'editor',
  'admin',
  'stranger',
  'anonymous',
  'key',
  'token',
  'owner',
  'tenantAdmin',
] as const;
export type ActorName = (typeof ACTORS)[number];

export interface Asked {
  as?: ActorName;
  body?: unknown;
  /** Sent as it is, instead of `body`. */
  raw?: BodyInit;
  headers?: Record<string, string>;
}
export interface Answered {
  status: number;
  headers: Headers;
  text: string;
  /** Parsed; undefined without a body. */
  json: unknown;
}
export interface World {
  runtime: Runtime;
  call(method: HttpMethod, path: string, asked?: Asked): Promise<Answered>;
  /** The same, which must succeed, as the installation's token unless it is said; answers the JSON's fields. */
  make(method: HttpMethod, path: string, body?: unknown, as?: ActorName): Promise<Record<string, unknown>>;
  /** The headers that say who asks. */
  credentials(actor: ActorName): Record<string, string>;
  close(): Promise<void>;
}

const fields = z.record(z.string(), z.unknown());
const routes = routesOnDisk();

async function send(method: HttpMethod, path: string, headers: Record<string, string>, body?: BodyInit) {
  const init = { method, headers, body, duplex: 'half' };
  const request = new Request(`${SITE}${path}`, init);
  const pathname = path.split('?')[0] ?? '';
  const found = findRoute(routes, pathname);
  const handler = (await found?.route.load())?.[method];
  if (!found || !handler) throw new Error(`nothing answers ${method} ${path}`);
  return { handler, response: await handler(request, { params: Promise.resolve(found.params) }) };
}

async function answered({ handler, response }: { handler: RouteHandler; response: Response }): Promise<Answered> {
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false;
  const { status, headers } = response;
  const json: unknown = isJson && text !== '' ? JSON.parse(text) : undefined;
  checkAnswer(handler, status, json);
  return { status, headers, text, json };
}

function hold(runtime: Runtime): void {
  Object.assign(globalThis, { [Symbol.for('flagstaff')]: runtime });
}

/** A running product on a database of its own: two projects, a user of each role, keys; called through its routes. */
export async function createWorld(): Promise<World> {
  const { database: opened, close } = await createTestDatabase();
  // Patient, as the database of a test is: on a busy machine a write must not be given up for being slow.
  const database = { ...opened, probe: async () => true };
  const env = parseEnv({
    ...process.env,
    FLAGSTAFF_LOG_LEVEL: 'silent',
    FLAGSTAFF_ALLOW_TEST_CLOCK: '1',
    FLAGSTAFF_WEBHOOK_ALLOW: '127.0.0.1',
  });
  const runtime = createRuntime({ env, setUp: setUpInstallation, database });
  hold(runtime);
  await setUpInstallation(database);
  const own = await dependencies(new Headers({ host: 'localhost:3000' }));
  await ensureAdminToken(mintInstallation(own, jobIdentity('test'), 'request-of-the-test'), INSTALLATION_TOKEN);

  const credentials = new Map<ActorName, Record<string, string>>([
    ['anonymous', {}],
    ['token', { authorization: `Bearer ${INSTALLATION_TOKEN}` }],
  ]);
  const credentialsOf = (actor: ActorName): Record<string, string> => credentials.get(actor) ?? {};
  const call: World['call'] = async (method, path, { as = 'token', body, raw, headers } = {}) => {
    const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const type: Record<string, string> = sent === undefined ? {} : { 'content-type': 'application/json' };
    return answered(
      await send(method, path, { host: 'localhost:3000', ...credentialsOf(as), ...type, ...headers }, sent),
    );
  };
  const make: World['make'] = async (method, path, body, as) => {
    const { status, text, json } = await call(method, path, { body, as });
    expect({ path, status, text }).toMatchObject({ path, status: expect.toBeOneOf([200, 201, 204]) });
    return json === undefined ? {} : fields.parse(json);
  };

  const signIn = async (actor: ActorName, id: string): Promise<void> => {
    const { sessionEpoch } = await database.prisma.user.findUniqueOrThrow({ where: { id } });
    const token = await writeSessionToken({ sub: id, epoch: sessionEpoch }, env.sessionSecret);
    credentials.set(actor, { cookie: `${sessionCookieName(false)}=${token}`, origin: SITE });
  };
  await make('POST', '/api/admin/projects', { key: 'other' });
  const people = { viewer: 'viewer', developer: 'developer', editor: 'editor', admin: 'admin', stranger: 'admin' };
  for (const [actor, role] of Object.entries({ ...people, owner: 'admin' })) {
    const project = actor === 'owner' ? undefined : actor === 'stranger' ? 'other' : 'default';
    const user = await make('POST', '/api/admin/users', { email: `${actor}@example.com`, role, project });
    await signIn(ACTORS.find((each) => each === actor) ?? 'anonymous', String(user.id));
  }
  await make('POST', '/api/admin/projects/default/tenants', { key: OWN_TENANT });
  const { id } = await make('POST', `/api/admin/projects/default/tenants/${OWN_TENANT}/admins`, {
    email: 'tenant-admin@example.com',
  });
  await signIn('tenantAdmin', String(id));
  const key = await make('POST', '/api/admin/projects/default/keys', { kind: 'admin', name: 'Robot', role: 'admin' });
  credentials.set('key', { authorization: `Bearer ${String(key.key)}` });

  return {
    runtime,
    call,
    make,
    credentials: credentialsOf,
    async close() {
      await runtime.close();
      await close();
    },
  };
}
