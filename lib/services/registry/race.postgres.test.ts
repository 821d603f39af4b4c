import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '@/lib/db/open';
import { removeFlag } from '../flags/remove';
import { archiveFlag } from '../flags/archive';
import { createFlag } from '../flags/create';
import { getFlag } from '../flags/get';
import { createTestServices, race, type TestServices } from '../testing';
import { declareFlags } from './declare';
import { listDeclarations } from './list';

const RACERS = 12;
let services: TestServices;
let others: Database[] = [];

/** Three instances on one PostgreSQL, each with its own connections. */
beforeAll(async () => {
  services = await createTestServices({ poolSize: 20 });
  others = await Promise.all([1, 2].map(() => openDatabase({ ...services.options, poolSize: 20 })));
});
afterAll(async () => {
  for (const other of others) await other.close();
  await services.close();
});

const instance = (index: number) => [services.db, ...others.map(({ prisma }) => prisma)][index % 3];
const post = (source: string, flags: object[], index = 0) =>
  declareFlags(services.as('admin', { db: instance(index) }), {
    environment: 'development',
    source,
    version: '1',
    flags,
  });

describe('sources that declare at once', () => {
  it('make each flag once, and agree on one value in force', async () => {
    const keys = Array.from({ length: 20 }, (_, index) => `flag-${index}`);
    const reports = await Promise.all(
      Array.from({ length: RACERS }, (_, index) =>
        post(
          `source-${index}`,
          keys.map((key) => ({ key, type: 'string', default: `value of ${index}` })),
          index,
        ),
      ),
    );
    expect(reports.flatMap(({ created }) => created).sort()).toEqual([...keys].sort());
    expect(await services.db.flag.count()).toBe(keys.length);
    const [first] = reports.filter(({ created }) => created.length > 0);
    for (const flag of ['flag-0', 'flag-19']) {
      const { items } = await listDeclarations(services.as('viewer'), { flag });
      expect(items).toHaveLength(RACERS);
      expect(items.filter(({ inForce }) => inForce).map(({ source }) => source)).toEqual([first?.source]);
    }
    const open = { kind: 'codeDefault', toNumber: null };
    expect(await services.db.item.count({ where: open })).toBe(keys.length);
  });

  it('and are one and the same: nothing is made or counted twice', async () => {
    const flags = ['same-1', 'same-2'].map((key) => ({ key, type: 'boolean', default: true }));
    const outcomes = await race(RACERS, (index) => post('same', flags, index));
    expect(outcomes).toEqual({ done: RACERS });
    const { id } = await services.db.environment.findFirstOrThrow({ where: { key: 'development' } });
    const made = { environmentId: id, key: 'same-1', kind: 'codeDefault' };
    expect(await services.db.item.count({ where: made })).toBe(1);
    expect(await services.db.auditEntry.count({ where: { flag: 'same-1' } })).toBe(1);
    expect(await services.db.declaration.count({ where: { flag: 'same-1' } })).toBe(1);
  });

  it('while people make and delete the same flag: whole or not at all', async () => {
    const flags = [{ key: 'contested', type: 'boolean', default: true }];
    const admin = services.as('admin');
    const version = async (): Promise<number> => (await archiveFlag(admin, { key: 'contested' })).version;
    await post('app', flags);
    await race(RACERS, async (index) => {
      if (index % 3 === 0) return removeFlag(admin, { key: 'contested', version: await version() });
      return index % 3 === 1 ? createFlag(admin, { key: 'contested', type: 'boolean' }) : post('app', flags, index);
    });
    await post('app', flags);
    const flag = await getFlag(admin, { key: 'contested' });
    expect(flag.environments.development?.codeDefault).toEqual({ variant: 'on', enabled: true });
    const { items } = await listDeclarations(admin, { flag: 'contested' });
    expect(items).toMatchObject([{ source: 'app', inForce: true, withdrawnAt: null }]);
  });
});

const many = (count: number, value: boolean) =>
  Array.from({ length: count }, (_, index) => ({ key: `many-${index}`, type: 'boolean', default: value }));

/** More than one batch, and then as many more. */
const STORED = 600;
const MANY = 2_600;

it('changes and withdraws more than one batch holds', { timeout: 180_000 }, async () => {
  expect((await post('big', many(STORED, true))).created).toHaveLength(STORED);
  expect((await post('big', many(STORED, false))).changed).toHaveLength(STORED);
  expect(await post('big', many(50, false))).toMatchObject({ unchanged: 50, withdrawn: { length: STORED - 50 } });
});

describe('thousands of flags in one post', () => {
  const timed = async (work: Promise<unknown>): Promise<number> => {
    const start = performance.now();
    await work;
    return performance.now() - start;
  };

  // Shares of the whole rather than seconds: they hold on a busy machine too.
  it('are stored in batches that leave room for others, and found unchanged quickly', {
    timeout: 300_000,
  }, async () => {
    const waits: number[] = [];
    let isDone = false;
    const first = post('big', many(MANY, false)).finally(() => void (isDone = true));
    const whole = timed(first);
    for (let index = 0; index < 30 && !isDone; index += 1) {
      const key = `between-${index}`;
      waits.push(await timed(createFlag(services.as('admin', { db: instance(1) }), { key, type: 'boolean' })));
    }
    expect((await first).created).toHaveLength(MANY - STORED);
    const took = await whole;
    // Others got in between while it was running, not only after it.
    expect(waits.length).toBeGreaterThan(2);
    expect(Math.max(...waits)).toBeLessThan(took / 3);
    const again = post('big', many(MANY, false));
    expect(await timed(again)).toBeLessThan(took / 3);
    expect(await again).toMatchObject({ created: [], changed: [], unchanged: MANY });
  });

  it('are refused beyond what a project may have, before anything is stored', async () => {
    await services.db.$executeRaw`
      INSERT INTO flag SELECT (jsonb_populate_record(f,
        jsonb_build_object('id', 'copy-' || n, 'key', 'copy-' || n, 'key_folded', 'copy-' || n))).*
      FROM flag f, generate_series(1, ${9_900 - MANY}::int) n WHERE f.key = 'many-0'`;
    const more = Array.from({ length: 200 }, (_, index) => ({ key: `more-${index}`, type: 'boolean', default: true }));
    expect(await race(1, () => post('big', more))).toEqual({ flags_limit: 1 });
    expect(await services.db.flag.count({ where: { key: { startsWith: 'more-' } } })).toBe(0);
  });
});
