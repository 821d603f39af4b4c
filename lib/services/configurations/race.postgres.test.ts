import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Database, openDatabase } from '@/lib/db/open';
import { createFlag } from '../flags/create';
import { createTestServices, race, type TestServices } from '../testing';
import { changeConfiguration } from './change';

const RACERS = 50;
const place = { flag: 'raced', environment: 'production' };
let services: TestServices;
let others: Database[] = [];

/** Three instances on one PostgreSQL, each with its own connections: the locks are the database's, not a process's. */
beforeAll(async () => {
  services = await createTestServices({ poolSize: 20 });
  others = await Promise.all([1, 2].map(() => openDatabase({ ...services.options, poolSize: 20 })));
  await createFlag(services.as('admin'), { key: 'raced', type: 'boolean' });
});
afterAll(async () => {
  for (const other of others) await other.close();
  await services.close();
});

it('lets one of fifty changes from three instances through', async () => {
  const instances = [services.db, ...others.map(({ prisma }) => prisma)];
  const outcomes = await race(RACERS, (index) =>
    changeConfiguration(services.as('editor', { db: instances[index % 3] }), {
      ...place,
      version: 1,
      instructions: [{ kind: 'setDefault', default: { variant: index % 2 ? 'off' : null } }],
    }),
  );
  expect(outcomes).toEqual({ done: 1, version_conflict: RACERS - 1 });
});
