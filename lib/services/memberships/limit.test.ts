import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createFlag } from '../flags/create';
import { createTestServices, type TestServices } from '../testing';
import { addMemberships } from './add-many';
import { assertRoom, MOST_MEMBERSHIPS } from './assert-room';
import { createMembership } from './create';
import { removeMembership } from './remove';

const environment = 'staging';
const WINDOW = { startsAt: '2026-03-02T00:00:00.000Z', endsAt: '2026-04-01T00:00:00.000Z' };
let services: TestServices;
let flag = '';
let count = 0;
const as = () => services.as('developer');
const row = () => services.db.environment.findFirstOrThrow({ where: { key: environment } });
const add = (subject: string) => createMembership(as(), { flag, environment, subject, ...WINDOW });
/** Whether so many more would still be taken, were this the most that a flag may have. */
const takes = async (adding: number, most: number): Promise<boolean> => {
  const asked = assertRoom(services.db, await row(), flag, adding, most).then(() => null);
  const refused = await asked.catch((thrown: unknown) => thrown);
  if (refused === null) return true;
  expect(refused).toMatchObject({ kind: 'refused', code: 'memberships_limit', params: { limit: most } });
  return false;
};

beforeAll(async () => {
  services = await createTestServices();
});
beforeEach(async () => {
  flag = `large-${(count += 1)}`;
  await createFlag(as(), { key: flag, type: 'boolean' });
});
afterAll(() => services.close());

it('takes memberships up to the limit and no more, as they are added and removed', async () => {
  const added = [await add('a'), await add('b'), await add('c')];
  expect([await takes(1, 4), await takes(2, 4), await takes(1, 3)]).toEqual([true, false, false]);
  await add('d');
  expect([await takes(1, 4), await takes(1, 5)]).toEqual([false, true]);
  await removeMembership(as(), { flag, environment, id: added[0]?.id ?? '', version: 1 });
  expect([await takes(1, 4), await takes(2, 4)]).toEqual([true, false]);
});

it('counts what is written after it counted, and all once more where that was before a restored database', async () => {
  await add('a');
  expect(await takes(1, 2)).toBe(true);
  const { id: environmentId, number } = await row();
  const where = { environmentId_flag: { environmentId, flag } };
  await services.db.membershipCount.update({ where, data: { counted: 5, number } });
  expect(await takes(4, 9)).toBe(true);
  await services.db.membershipCount.update({ where, data: { counted: 0, number: number + 1 } });
  expect(await takes(2, 2)).toBe(false);
});

it('is a million, whether one is added or a list', async () => {
  expect(MOST_MEMBERSHIPS).toBe(1_000_000);
  const { id: environmentId, number } = await row();
  const counted = async () =>
    (await services.db.membershipCount.findMany({ where: { flag } })).map((one) => one.counted);
  await services.db.membershipCount.create({ data: { environmentId, flag, counted: 999_997, number } });
  await add('one');
  const rows = [{ subject: 'two', ...WINDOW }];
  await addMemberships(as(), { environment, flag, rows });
  // There is room for these, by what was counted: nothing is counted anew.
  expect(await counted()).toEqual([999_997]);
  await add('three');
  expect(await counted()).toEqual([999_997]);
  await add('four');
  // By what was counted this is one too many: all are counted, and there are three.
  expect(await counted()).toEqual([3]);
  await services.db.membershipCount.update({
    where: { environmentId_flag: { environmentId, flag } },
    data: { counted: 1_000_000, number: (await row()).number },
  });
  await addMemberships(as(), { environment, flag, rows: [{ subject: 'five', ...WINDOW }] });
  expect(await counted()).toEqual([4]);
});
