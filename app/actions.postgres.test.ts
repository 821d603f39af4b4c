import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ACTION_ROWS, OTHER_ACTIONS } from './api/testing/action-rows';
import { PERMISSION_ROWS, type PermissionRow } from './api/testing/permission-rows';
import type { Place, Prepared } from './api/testing/permission-fixtures';
import { routesOnDisk } from './api/testing/routes-on-disk';
import { type ActorName, ACTORS, createWorld, SITE, type World } from './api/testing/world';

const browser = vi.hoisted(() => ({ headers: new Headers() }));
vi.mock('next/headers', () => ({
  headers: async () => browser.headers,
  cookies: async () => ({
    get: (name: string) => {
      const value = new RegExp(`(?:^|; )${name.replaceAll('.', '\\.')}=([^;]*)`).exec(
        browser.headers.get('cookie') ?? '',
      )?.[1];
      return value === undefined ? undefined : { name, value };
    },
    set: () => {},
    delete: () => {},
  }),
}));
vi.mock('next-intl/server', () => ({
  getTranslations: async () => Object.assign((key: string) => key, { has: () => true }),
}));

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const ROOT = join(import.meta.dirname, '..');
const PLACES: Record<'own' | 'guarded' | 'foreign', Place> = {
  own: { project: 'default', environment: 'development' },
  guarded: { project: 'default', environment: 'production' },
  foreign: { project: 'other', environment: 'development' },
};
const SIGNED_IN = ['viewer', 'developer', 'editor', 'admin', 'stranger', 'anonymous', 'owner', 'tenantAdmin'] as const;

type Action = (...given: unknown[]) => Promise<unknown>;
const load = async (file: string, name: string): Promise<Action> => Reflect.get(await import(join(ROOT, file)), name);

function signIn(actor: ActorName, origin = SITE): void {
  browser.headers = new Headers({ host: 'localhost:3000', ...world.credentials(actor), origin });
}

/** What the row's route would hand to its verb. */
async function inputOf(row: PermissionRow, place: Place, { params = {}, query = '', body }: Prepared) {
  const handlers = await routesOnDisk()
    .find(({ path }) => path === row.path)
    ?.load();
  const operation = handlers?.[row.method]?.operation;
  const values: Record<string, string> = { project: place.project, env: place.environment, ...params };
  const named = [...row.path.matchAll(/\{(\w+)\}/g)].flatMap(([, name = '']) =>
    (name === 'project' && operation?.scope !== 'installation') || (name === 'tenant' && operation?.scope === 'tenant')
      ? []
      : [[operation?.params?.[name] ?? (name === 'env' ? 'environment' : name), values[name]]],
  );
  const queried = [...new URLSearchParams(query)].map(([name, value]) => [
    name,
    name === 'version' ? Number(value) : value,
  ]);
  const given: object = typeof body === 'object' && body !== null ? body : {};
  const tenant = values.tenant ?? '';
  return {
    scope: operation?.scope,
    tenant,
    input: { ...given, ...Object.fromEntries(queried), ...Object.fromEntries(named) },
  };
}

/** The status a route would answer with, of what the action answered. */
function statusOf(answer: unknown, success: number): number | string {
  const { ok, error } = Object.assign({ ok: false, error: { code: '' } }, answer);
  const codes: Record<string, number> = {
    forbidden: 403,
    not_found: 404,
    unauthenticated: 401,
    no_code_default: 409,
    own_request: 422,
  };
  return ok ? success : (codes[error.code] ?? error.code);
}

describe.each(Object.entries(ACTION_ROWS))('%s', (action, { file, row: wanted }) => {
  const rows = PERMISSION_ROWS.filter(
    ({ method, path, note }) => `${method} ${path}` === wanted && (note === undefined || note === 'own tenant'),
  );
  const places = rows.flatMap((row) =>
    (['own', 'guarded', 'foreign'] as const)
      .filter((place) => row[place] !== undefined)
      .map((place) => [`${place}${row.note ? ` (${row.note})` : ''}`, row, place] as const),
  );

  it('has a row', () => expect(rows).not.toEqual([]));

  it.each(places)('%s', async (_, row, place) => {
    const expected = (row[place] ?? '').replaceAll('ok', String(row.success)).split(' ');
    const call = await load(file, action);
    const prepare = async () => inputOf(row, PLACES[place], await row.fixture(world.make, PLACES[place]));
    let prepared = await prepare();
    let status: number | string = '';
    for (const actor of SIGNED_IN) {
      // What a success used up is made anew.
      if (status === row.success) prepared = await prepare();
      const { scope, tenant, input } = prepared;
      signIn(actor);
      const { project } = PLACES[place];
      const at = { project: [project], tenant: [{ project, tenant }], installation: [] };
      const given = [...at[scope ?? 'installation'], input];
      status = statusOf(await call(...given), row.success);
      expect([actor, String(status)]).toEqual([actor, expected[ACTORS.indexOf(actor)]]);
    }
  });

  it('is refused to a page of another origin', async () => {
    const call = await load(file, action);
    for (const origin of ['https://evil.example', 'null']) {
      signIn('owner', origin);
      expect(await call('default', {})).toMatchObject({ ok: false, error: { code: 'foreign_origin' } });
    }
  });
});

it.each(Object.entries(OTHER_ACTIONS).filter(([, { isOwn }]) => !isOwn))(
  '%s is refused to a page of another origin',
  async (action, { file }) => {
    signIn('owner', 'https://evil.example');
    const outcome = await (await load(file, action))({}).then(
      (answer) => answer,
      (thrown: unknown) => ({ ok: false, error: thrown }),
    );
    expect(outcome).toMatchObject({ ok: false, error: { code: 'foreign_origin' } });
  },
);

it('lists every server action there is, and no other', () => {
  const files = ['app', 'components', 'lib'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
  );
  const sources = files
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.'))
    .map((name) => ({ name, source: readFileSync(join(ROOT, name), 'utf8') }))
    .filter(({ source }) => /^\s*['"]use server['"]/m.test(source));
  const found = sources.flatMap(({ name, source }) =>
    [...source.matchAll(/^export (?:const|async function) (\w+)/gm)].map(([, action]) => `${name} ${action}`),
  );
  const listed = Object.entries({ ...ACTION_ROWS, ...OTHER_ACTIONS }).map(([action, { file }]) => `${file} ${action}`);
  expect(listed.sort()).toEqual(found.sort());
});
