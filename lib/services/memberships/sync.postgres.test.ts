import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestServices, TEST_NOW, type TestServices } from '../testing';
import { makeManyMemberships } from './testing/make-many-memberships';
import { syncSince } from './sync-environment';

const HOUR = 3_600_000;
const SIZES = { memberships: 2_000, flags: 20, changing: 400 };
let services: TestServices;

beforeAll(async () => {
  services = await createTestServices();
});
afterAll(() => services.close());

it('synchronises those that change among many, by difference and once', async () => {
  const { environmentId } = await makeManyMemberships(services.db, { ...SIZES, now: services.now() });
  const environment = () => services.db.environment.findUniqueOrThrow({ where: { id: environmentId } });
  const sync = async () => {
    const changes = await syncSince(services.as('admin'), await environment());
    const sum = (name: 'added' | 'removed') => changes.reduce((total, change) => total + change[name], 0);
    return { added: sum('added'), removed: sum('removed') };
  };
  expect(await sync()).toEqual({ added: SIZES.memberships - SIZES.changing / 2, removed: 0 });
  services.setNow(new Date(Date.parse(TEST_NOW) + 2 * HOUR));
  expect(await sync()).toEqual({ added: SIZES.changing / 2, removed: SIZES.changing / 2 });
  expect(await sync()).toEqual({ added: 0, removed: 0 });
  const members = await services.db.groupMember.count({ where: { environmentId } });
  expect(members).toBe(SIZES.memberships - SIZES.changing / 2);
  const events = await services.db.outbox.groupBy({ by: ['topic'], where: { environmentId }, _count: true });
  const counts = Object.fromEntries(events.map(({ topic, _count }) => [topic, _count]));
  expect(counts).toMatchObject({ 'membership.started': SIZES.memberships, 'membership.ended': SIZES.changing / 2 });
}, 120_000);
