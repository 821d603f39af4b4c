import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createFlag } from '../flags/create';
import { createTestServices, race, type TestServices } from '../testing';
import { changeConfiguration } from './change';
import { getConfiguration } from './get';
import { replaceConfiguration } from './replace';
import type { ConfigurationView } from './types';

const RACERS = 50;
let services: TestServices;
let count = 0;
let place = { flag: '', environment: 'production' };
const get = (): Promise<ConfigurationView> => getConfiguration(services.as('viewer'), place);
const change = (instruction: object, at: object = {}) =>
  changeConfiguration(services.as('editor'), { ...place, version: 1, instructions: [instruction], ...at });
const numbers = async (): Promise<number> =>
  (await services.db.environment.findFirstOrThrow({ where: { key: place.environment } })).number;

beforeAll(async () => {
  services = await createTestServices({ poolSize: 20 });
});
beforeEach(async () => {
  count += 1;
  place = { ...place, flag: `raced-${count}` };
  await createFlag(services.as('admin'), { key: place.flag, type: 'boolean' });
});
afterAll(() => services.close());

it('lets one of fifty changes on one version through', async () => {
  const before = await numbers();
  const outcomes = await race(RACERS, (index) =>
    change({ kind: 'setDefault', default: { variant: index % 2 ? 'off' : null } }),
  );
  expect(outcomes).toEqual({ done: 1, version_conflict: RACERS - 1 });
  expect((await get()).version).toBe(2);
  expect(await numbers()).toBe(before + 1);
});

it('lets one of fifty equal changes through', async () => {
  expect(await race(RACERS, () => change({ kind: 'turnOn' }))).toEqual({ done: 1, version_conflict: RACERS - 1 });
});

it('lets one of fifty whole configurations through', async () => {
  const stored = await get();
  const outcomes = await race(RACERS, (index) =>
    replaceConfiguration(services.as('editor'), { ...stored, targets: [{ variant: 'on', subjects: [`u${index}`] }] }),
  );
  expect(outcomes).toEqual({ done: 1, version_conflict: RACERS - 1 });
});

it('loses none of fifty changes with different footprints', async () => {
  const before = await numbers();
  const outcomes = await race(RACERS, (index) =>
    change({ kind: 'addTargets', variant: 'on', subjects: [`u${index}`] }),
  );
  expect(outcomes).toEqual({ done: RACERS });
  const { version, targets } = await get();
  expect(version).toBe(RACERS + 1);
  expect(targets[0]?.subjects).toHaveLength(RACERS);
  expect(await numbers()).toBe(before + RACERS);
});

it('does not let environments get in each other’s way', async () => {
  const environments = ['development', 'staging', 'production'];
  const outcomes = await race(3, (index) => change({ kind: 'turnOn' }, { environment: environments[index] }));
  expect(outcomes).toEqual({ done: 3 });
});

it('keeps every environment’s numbers without a gap or a repeat', async () => {
  const changes = await services.db.change.findMany({
    where: { environment: { key: 'production' }, kind: 'config', version: { gt: 1 } },
  });
  const seen = changes.map(({ number }) => number);
  expect(new Set(seen).size).toBe(seen.length);
  const overlapping = await services.db.$queryRaw`
    SELECT a.id FROM item a JOIN item b ON a.environment_id = b.environment_id AND a.kind = b.kind AND a.key = b.key
      AND a.id < b.id AND a.from_number < coalesce(b.to_number, 1e9) AND b.from_number < coalesce(a.to_number, 1e9)`;
  expect(overlapping).toEqual([]);
});
