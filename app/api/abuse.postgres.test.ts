import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ATTACKS, FOREIGN_TYPES, MARKER, PATH_VALUES } from './testing/attacks';
import { isKey } from '@/lib/schemas/key';
import { OTHER_ROUTES } from './testing/other-routes';
import { PERMISSION_ROWS, type PermissionRow } from './testing/permission-rows';
import type { Prepared } from './testing/permission-fixtures';
import { routesOnDisk } from './testing/routes-on-disk';
import { quickest } from './testing/quickest';
import { type Answered, type Asked, createWorld, SITE, type World } from './testing/world';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const PLACE = { project: 'default', environment: 'development' };

function addressOf(
  row: PermissionRow,
  { params, query = '' }: Prepared,
  replaced: Record<string, string> = {},
): string {
  const values: Record<string, string> = { project: PLACE.project, env: PLACE.environment, ...params };
  return `${row.path.replace(/\{(\w+)\}/g, (_, name: string) => replaced[name] ?? encodeURIComponent(values[name] ?? ''))}${query}`;
}

/** What every refusal has in common, whatever was sent. */
function expectPlainError(what: string, { status, headers, text, json }: Answered): void {
  expect(headers.get('content-type'), what).toBe('application/json; charset=utf-8');
  expect(json, what).toMatchObject({
    error: {
      code: expect.stringMatching(/^[a-z_]+$/),
      message: expect.any(String),
      requestId: headers.get('x-request-id'),
    },
  });
  expect(text, what).not.toContain(MARKER);
  expect(text, what).not.toMatch(/<|node_modules|\bat .*\.ts:/);
  expect(status, what).toBeLessThan(500);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The prepared body with one field replaced by something of a wrong form. */
function misshapen({ body }: Prepared): { name: string; body: unknown }[] {
  const fields = isObject(body) ? body : {};
  const wrong = Object.entries({ comment: '', ...fields }).flatMap(([name, value]) => [
    { name: `${name} is an object`, body: { ...fields, [name]: { not: '' } }, field: name },
    { name: `${name} is a number beyond all`, body: { ...fields, [name]: 1e300 }, field: name },
    ...(Array.isArray(value)
      ? []
      : [{ name: `${name} is a list`, body: { ...fields, [name]: [MARKER] }, field: name }]),
  ]);
  // Any object is a context, or attributes.
  const free = ['context', 'attributes'];
  const judged = wrong.filter(({ field, name }) => !(free.includes(field) && name.endsWith('an object')));
  return [...judged, { name: 'an unknown field', body: { ...fields, [MARKER]: MARKER } }];
}

const titled = (rows: readonly PermissionRow[]) =>
  rows.map((row) => [`${row.method} ${row.path}${row.note ? ` (${row.note})` : ''}`, row] as const);
const WRITES = titled(PERMISSION_ROWS.filter(({ method }) => method !== 'GET'));
const READS = titled(PERMISSION_ROWS.filter(({ method }) => method === 'GET'));

describe.each(WRITES)('%s', (_, row) => {
  it('refuses what it cannot read, keeps to itself what was sent, and then does what is right', async () => {
    const prepared = await row.fixture(world.make, PLACE);
    const ask = (asked: Asked, address = addressOf(row, prepared)) => world.call(row.method, address, asked);
    for (const { name, status, raw, headers, within } of ATTACKS) {
      const headed = { 'content-type': 'application/json', ...headers };
      const { ms, result: answer } = await quickest(() => ask({ raw: raw(), headers: headed }), within);
      expect(ms, name).toBeLessThan(within);
      expect([name, answer.status]).toEqual([name, status]);
      expectPlainError(name, answer);
    }
    for (const type of FOREIGN_TYPES) {
      const answer = await ask({ raw: `a=${MARKER}`, headers: { 'content-type': type } });
      expect([type, answer.status]).toEqual([type, 415]);
      expectPlainError(type, answer);
    }
    for (const { name, body } of misshapen(prepared)) {
      const answer = await ask({ body });
      expect([name, answer.status, answer.status >= 400 && answer.status < 500]).toEqual([name, answer.status, true]);
      expectPlainError(name, answer);
    }
    const polluting = JSON.stringify(prepared.body ?? {}).replace(
      /^\{/,
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{}},',
    );
    const polluted = await ask({
      raw: polluting.replace(/,\}$/, '}'),
      headers: { 'content-type': 'application/json' },
    });
    expect(polluted.status).toBe(400);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    expect((await ask({ body: prepared.body })).status).toBe(row.success);
  });

  it('refuses a signed-in browser from another page', async () => {
    const prepared = await row.fixture(world.make, PLACE);
    const { cookie = '' } = world.credentials('owner');
    const address = addressOf(row, prepared);
    const ask = (headers: Record<string, string>) =>
      world.call(row.method, address, { as: 'anonymous', body: prepared.body, headers: { cookie, ...headers } });
    const foreign: Record<string, string>[] = [
      {},
      { origin: 'null' },
      { origin: 'https://evil.example' },
      { origin: `${SITE}.evil.example` },
    ];
    for (const headers of foreign) {
      const answer = await ask(headers);
      expect([headers, answer.status]).toEqual([headers, 403]);
      expectPlainError('a foreign page', answer);
    }
    const form = await ask({ origin: SITE, 'content-type': 'application/x-www-form-urlencoded' });
    expect(form.status).toBe(403);
    expect((await ask({ origin: SITE })).status).toBe(row.success);
  });
});

describe.each(READS)('%s', (_, row) => {
  it('refuses queries that it cannot read', async () => {
    const address = addressOf(row, await row.fixture(world.make, PLACE));
    const joined = address.includes('?') ? '&' : '?';
    const ask = (query: string) => world.call('GET', `${address}${joined}${query}`);
    const inQuery = await ask('q=fsa_0123456789');
    expect(inQuery.status).toBe(401);
    for (const query of [
      `limit=${MARKER}`,
      'limit=1e999',
      'limit=-1',
      'limit=0&limit=1',
      `cursor=${MARKER}`,
      `cursor=${MARKER}&cursor=b`,
      `q=${MARKER}%00`,
      `q=${encodeURIComponent('{"not":""}')}&q=${MARKER}`,
      `from=${MARKER}`,
      `sort=${MARKER}`,
      `environment=${MARKER}%00`,
      'environment=a&environment=b',
      '__proto__=1&constructor=2',
      `${'q='}${'a'.repeat(20_000)}`,
    ]) {
      const answer = await ask(query);
      // Where a name means nothing it is passed over.
      if (answer.status !== 200) expectPlainError(query, answer);
      else expect(answer.text, query).not.toContain(MARKER);
      expect(answer.status, query).toBeLessThan(500);
    }
  });
});

describe.each(titled(PERMISSION_ROWS.filter(({ path }) => path.includes('{'))))('%s', (_, row) => {
  it('finds nothing under names that are none', async () => {
    const prepared = await row.fixture(world.make, PLACE);
    for (const [, name = ''] of row.path.matchAll(/\{(\w+)\}/g)) {
      // An attribute is defined by naming it, and any key names one.
      const isMade = (value: string): boolean => row.method === 'PUT' && name === 'name' && isKey(value);
      for (const value of PATH_VALUES.filter((one) => !isMade(one))) {
        const what = `${name} = ${value.slice(0, 40)}`;
        const answer = await world.call(row.method, addressOf(row, prepared, { [name]: value }), {
          body: prepared.body,
        });
        expect([what, [400, 404].includes(answer.status), answer.status]).toEqual([what, true, answer.status]);
        expectPlainError(what, answer);
      }
    }
  });
});

it('is told of every route', async () => {
  const listed = new Set(PERMISSION_ROWS.map(({ path }) => path));
  const verbs = routesOnDisk().filter(({ path }) => path.startsWith('/api/admin') && !(path in OTHER_ROUTES));
  expect(verbs.filter(({ path }) => !listed.has(path)).map(({ file }) => file)).toEqual([]);
});

it.each(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const)(
  'answers %s of an unknown path with 404 in JSON',
  async (method) => {
    for (const path of [
      '/api',
      '/api/nothing',
      `/api/${MARKER}`,
      '/api/admin',
      '/api/admin/projects/default/experiments',
      '/api/admin/projects/default/export',
      '/api/admin/projects/default/streams',
    ]) {
      const answer = await world.call(method, path);
      expect([path, answer.status]).toEqual([path, 404]);
      expectPlainError(path, answer);
    }
  },
);
