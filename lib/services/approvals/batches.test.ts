import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { enableFlag } from '../configurations/set-state';
import type { ServiceContext } from '../context';
import { asServiceError } from '../errors';
import { createFlag } from '../flags/create';
import { setManyOverrides } from '../overrides/set-many';
import { declareFlags } from '../registry/declare';
import { addSegmentMembers } from '../segments/add-members';
import { createSegment } from '../segments/create';
import { createTenant } from '../tenants/create';
import { createTestServices, refusal, type TestServices } from '../testing';
import { carryOut } from './carry-out';
import { approveRequest } from './decide';
import type { ChangeRequestView } from './types';

let services: TestServices;
let [ana, ben]: ServiceContext[] = [];
const environment = 'production';

beforeAll(async () => {
  services = await createTestServices();
  [ana, ben] = await Promise.all([services.person('ana', 'editor'), services.person('ben', 'editor')]);
  await services.db.environment.updateMany({ where: { key: environment }, data: { requiredApprovals: 1 } });
});
beforeEach(() => services.db.changeRequest.updateMany({ data: { status: 'cancelled' } }));
afterAll(() => services.close());

function sure(ctx: ServiceContext | undefined): ServiceContext {
  if (!ctx) throw new Error('nobody');
  return ctx;
}
async function heldBy(work: Promise<unknown>): Promise<ChangeRequestView> {
  const thrown = await work.then(
    () => null,
    (error: unknown) => asServiceError(error),
  );
  if (thrown?.kind !== 'accepted') throw thrown ?? new Error('it did not wait');
  return thrown.accepted?.changeRequest as ChangeRequestView;
}
const openCount = () => services.db.changeRequest.count({ where: { status: 'open' } });
const members = () => services.db.item.count({ where: { kind: 'member', toNumber: null } });

it('a long list is one request of several steps, and all of it is done at once', async () => {
  await createSegment(sure(ana), { key: 'beta' });
  const subjects = Array.from({ length: 1_200 }, (_, index) => `user-${index}`);
  const { id, steps } = await heldBy(addSegmentMembers(sure(ana), { key: 'beta', environment, subjects }));
  expect(steps).toHaveLength(3);
  expect([await openCount(), await members()]).toEqual([1, 0]);
  await approveRequest(sure(ben), { id });
  await carryOut(sure(ana), id);
  expect(await members()).toBe(1_200);
});

it('overrides of many tenants are one request, each batch a step', async () => {
  await createFlag(sure(ana), { key: 'checkout', type: 'boolean' });
  const tenants = Array.from({ length: 510 }, (_, index) => `tenant-${index}`);
  for (const key of tenants.slice(0, 2)) await createTenant(sure(ana), { key });
  await services.db.tenant.createMany({
    data: tenants.slice(2).map((key) => ({
      ...{ id: key, projectId: services.projectId, key, keyFolded: key, name: key },
      ...{ attributes: {}, createdAt: services.now(), updatedAt: services.now() },
    })),
  });
  const asked = { flag: 'checkout', environment, tenants, enabled: true };
  const { id, steps } = await heldBy(setManyOverrides(sure(ana), asked));
  expect(steps).toHaveLength(2);
  await approveRequest(sure(ben), { id });
  await carryOut(sure(ana), id);
  expect(await services.db.item.count({ where: { kind: 'override', toNumber: null } })).toBe(510);
});

it('writes that are sent one by one join one request by their group, and void what was approved before', async () => {
  for (const key of ['one', 'two']) await createFlag(sure(ana), { key, type: 'boolean' });
  const enable = (flag: string) => enableFlag(sure(ana), { flag, environment, requestGroup: 'run-1' });
  const first = await heldBy(enable('one'));
  await approveRequest(sure(ben), { id: first.id });
  const both = await heldBy(enable('two'));
  expect(both).toMatchObject({ id: first.id, flags: ['one', 'two'], revision: 2, approvals: { given: [] } });
  // Sent again after a lost answer: nothing is added.
  expect(await heldBy(enable('two'))).toMatchObject({ revision: 2, steps: { length: 2 } });
  expect(await openCount()).toBe(1);
  expect((await refusal(carryOut(sure(ana), first.id))).code).toBe('approvals_missing');
});

it('an application that posts its flags at each start asks once, and a later version takes its place', async () => {
  const declare = (version: string, defaults: boolean) =>
    declareFlags(sure(ana), {
      environment,
      source: 'shop',
      version,
      flags: [{ key: 'declared', type: 'boolean', default: defaults }],
    });
  const first = await heldBy(declare('1.0.0', true));
  await approveRequest(sure(ben), { id: first.id });
  expect(await heldBy(declare('1.0.0', true))).toMatchObject({ id: first.id, revision: 1 });
  expect(await heldBy(declare('1.0.1', true))).toMatchObject({ id: first.id, revision: 1 });
  const other = await heldBy(declare('2.0.0', false));
  expect(other).toMatchObject({ id: first.id, revision: 2, approvals: { given: [] }, steps: { length: 1 } });
  expect(await openCount()).toBe(1);
  await approveRequest(sure(ben), { id: first.id });
  await carryOut(sure(ana), first.id);
  expect(await declare('2.0.0', false)).toMatchObject({ unchanged: 1 });
});
