import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Place, Prepared } from './testing/permission-fixtures';
import { OTHER_ROUTES } from './testing/other-routes';
import { PERMISSION_ROWS, type PermissionRow } from './testing/permission-rows';
import { routesOnDisk } from './testing/routes-on-disk';
import { type ActorName, ACTORS, createWorld, type World } from './testing/world';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const PLACES = {
  own: { project: 'default', environment: 'development' },
  guarded: { project: 'default', environment: 'production' },
  foreign: { project: 'other', environment: 'development' },
} as const satisfies Record<string, Place>;

async function ask({ method, path }: PermissionRow, place: Place, actor: ActorName, prepared: Prepared) {
  const { params = {}, query = '', body } = prepared;
  const values: Record<string, string> = { project: place.project, env: place.environment, ...params };
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));
  return world.call(method, `${address}${query}`, { as: actor, body });
}

describe.each(
  PERMISSION_ROWS.map((row) => [`${row.method} ${row.path}${row.note ? ` (${row.note})` : ''}`, row] as const),
)('%s', (_, row) => {
  const places = (['own', 'guarded', 'foreign'] as const).filter((place) => row[place] !== undefined);
  it.each(places)('%s', async (place) => {
    const expected = (row[place] ?? '').split(' ');
    const prepare = () => row.fixture(world.make, PLACES[place]);
    const answers: number[] = [];
    let prepared = await prepare();
    for (const [index, actor] of ACTORS.entries()) {
      // What a write used up is made anew; reads and refusals leave it as it was.
      if (row.method !== 'GET' && answers.at(-1) === row.success) prepared = await prepare();
      expect(expected[index]).toMatch(/^(ok|401|403|404|422)$/);
      answers.push((await ask(row, PLACES[place], actor, prepared)).status);
    }
    expect(answers.join(' ')).toBe(expected.join(' ').replaceAll('ok', String(row.success)));
  });
});

it('lists every route and method there is, and no other', async () => {
  const found = await Promise.all(
    routesOnDisk()
      .filter(({ path }) => !(path in OTHER_ROUTES))
      .map(async ({ path, load }) => {
        const handlers = Object.entries(await load());
        return handlers.flatMap(([method, handler]) => (handler.operation ? [`${method} ${path}`] : []));
      }),
  );
  expect([...new Set(PERMISSION_ROWS.map(({ method, path }) => `${method} ${path}`))].sort()).toEqual(
    found.flat().sort(),
  );
  const disk = new Set(routesOnDisk().map(({ path }) => path));
  expect(PERMISSION_ROWS.filter(({ path }) => !disk.has(path))).toEqual([]);
});
