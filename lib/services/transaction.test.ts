import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createTestServices, refusal, type TestServices } from './testing';
import { transaction } from './transaction';

let services: TestServices;
const open = { environments: ['production'] };
const production = () => services.db.environment.findFirstOrThrow({ where: { key: 'production' } });

beforeAll(async () => {
  services = await createTestServices();
});
beforeEach(() => {
  services.committed.length = 0;
});
afterAll(() => services.close());

it('raises the number of each environment written to by one, and says which changed after the commit', async () => {
  const before = await production();
  await transaction(services.as('admin'), open, async (tx) => {
    tx.items.put(before.id, 'codeDefault', 'a', { v: 1, variant: 'on' });
    tx.items.put(before.id, 'codeDefault', 'b', { v: 1, variant: 'on' });
  });
  const after = await production();
  expect(after.number).toBe(before.number + 1);
  expect(services.committed).toEqual([before.id]);
  const items = await services.db.item.findMany({ where: { kind: 'codeDefault' }, orderBy: { key: 'asc' } });
  expect(items.map(({ key, fromNumber, toNumber }) => [key, fromNumber, toNumber])).toEqual([
    ['a', after.number, null],
    ['b', after.number, null],
  ]);
});

it('closes an item at the number at which its successor opens', async () => {
  const { id, number } = await production();
  for (const variant of ['one', 'two']) {
    await transaction(services.as('admin'), open, async (tx) => {
      tx.items.put(id, 'codeDefault', 'c', { v: 1, variant });
    });
  }
  const items = await services.db.item.findMany({ where: { key: 'c' }, orderBy: { fromNumber: 'asc' } });
  expect(items.map(({ fromNumber, toNumber }) => [fromNumber, toNumber])).toEqual([
    [number + 1, number + 2],
    [number + 2, null],
  ]);
});

it('writes an outbox row for each environment that changed', async () => {
  const { id } = await production();
  await transaction(services.as('admin'), open, async (tx) => tx.items.close(id, 'codeDefault', 'c'));
  const { number } = await production();
  const rows = await services.db.outbox.findMany({ where: { environmentId: id, number } });
  expect(rows.map(({ topic }) => topic)).toEqual(['ruleset.changed']);
});

it('writes nothing of a body that throws', async () => {
  const before = await production();
  const work = transaction(services.as('admin'), open, async (tx) => {
    tx.items.put(before.id, 'codeDefault', 'never', { v: 1, variant: 'on' });
    await tx.db.environment.update({ where: { id: before.id }, data: { name: 'Never' } });
    throw new Error('something else');
  });
  await expect(work).rejects.toThrow('something else');
  expect(await production()).toEqual(before);
  expect(services.committed).toEqual([]);
});

it('does not find an environment of another project, or one that is not there', async () => {
  const nothing = async (): Promise<void> => {};
  const foreign = services.inProject({ id: 'another', key: 'another' }, 'admin');
  expect((await refusal(transaction(foreign, open, nothing))).code).toBe('not_found');
  expect((await refusal(transaction(foreign, { environments: 'all' }, nothing))).code).toBe('not_found');
  const absent = { environments: ['production', 'absent'] };
  expect((await refusal(transaction(services.as('admin'), absent, nothing))).code).toBe('not_found');
});

it('gives out only environments that are locked', async () => {
  const work = transaction(services.as('admin'), open, async (tx) => tx.environment('staging'));
  expect((await refusal(work)).code).toBe('not_found');
});

it('answers what is committed even if nobody could be told', async () => {
  const { id } = await production();
  const committed = () => Promise.reject(new Error('the others do not answer'));
  const work = transaction(services.as('admin', { committed }), open, async (tx) => {
    tx.items.put(id, 'codeDefault', 'told', { v: 1, variant: 'on' });
    return 'stored';
  });
  expect(await work).toBe('stored');
});

it('gives up within three seconds when the database is silent, and does not commit later', async () => {
  const { id } = await production();
  const started = performance.now();
  let goOn = (): void => {};
  const silence = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  let ended = (): void => {};
  const end = new Promise<void>((resolve) => {
    ended = resolve;
  });
  const work = transaction(services.as('admin', { probe: async () => false }), open, async (tx) => {
    tx.items.put(id, 'codeDefault', 'late', { v: 1, variant: 'on' });
    await silence;
    ended();
  });
  expect((await refusal(work)).kind).toBe('unavailable');
  expect(performance.now() - started).toBeLessThan(3_000);
  goOn();
  await end;
  // Takes the lock after the abandoned transaction has let go of it.
  await transaction(services.as('admin'), open, async () => {});
  expect(await services.db.item.count({ where: { key: 'late' } })).toBe(0);
});
