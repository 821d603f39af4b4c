import { afterAll, beforeAll, expect, it } from 'vitest';
import { getConfiguration } from '../configurations/get';
import type { ServiceContext } from '../context';
import { asServiceError } from '../errors';
import { createFlag } from '../flags/create';
import { createSegment } from '../segments/create';
import { getSegment } from '../segments/get';
import { createTenant } from '../tenants/create';
import { createTestServices, refusal, type TestServices } from '../testing';
import { carryOut } from './carry-out';
import { createChangeRequest } from './create';
import { approveRequest } from './decide';
import { getChangeRequest } from './get';
import { revertRequest } from './revert-request';
import type { ChangeRequestView } from './types';

let services: TestServices;
let [ana, ben]: ServiceContext[] = [];

beforeAll(async () => {
  services = await createTestServices();
  [ana, ben] = await Promise.all([services.person('ana', 'editor'), services.person('ben', 'editor')]);
  for (const key of ['one', 'two']) await createFlag(sure(ana), { key, type: 'boolean' });
  await createSegment(sure(ana), { key: 'beta' });
  await createTenant(sure(ana), { key: 'acme' });
});
afterAll(() => services.close());

function sure(ctx: ServiceContext | undefined): ServiceContext {
  if (!ctx) throw new Error('nobody');
  return ctx;
}
const window = { startsAt: '2026-04-01T00:00:00Z', endsAt: '2026-05-01T00:00:00Z' };
const all = (environment: string) => [
  { flag: 'one', environment, version: 1, instructions: [{ kind: 'turnOn' }] },
  { flag: 'one', environment, version: 2, instructions: [{ kind: 'setDefault', default: { variant: 'off' } }] },
  { flag: 'two', environment: 'staging', version: 1, instructions: [{ kind: 'turnOn' }] },
  {
    segment: 'beta',
    environment,
    version: 1,
    operator: 'AND',
    conditions: [{ attribute: 'plan', operator: 'exists' }],
  },
  { segment: 'beta', environment, addMembers: ['u1', 'u2'] },
  { tenant: 'acme', flag: 'one', environment, override: { enabled: false } },
  { flag: 'two', environment, membership: { subject: 'u1', ...window } },
];
async function applied(environment: string): Promise<ChangeRequestView> {
  const { id } = await createChangeRequest(sure(ana), { title: 'Launch', changes: all(environment) });
  await approveRequest(sure(ben), { id });
  return carryOut(sure(ana), id);
}
const counts = async (environment: string) => {
  const where = { toNumber: null, environment: { key: environment } };
  const of = (kind: string) => services.db.item.count({ where: { ...where, kind } });
  const { conditions } = await getSegment(sure(ana), { key: 'beta', environment });
  const { state } = await getConfiguration(sure(ana), { flag: 'one', environment });
  return [await of('member'), await of('override'), await of('membership'), conditions.length, state];
};

it('several flags, segments, tenants and environments are changed and taken back as one', async () => {
  const { id, environments, flags } = await applied('development');
  expect([environments, flags]).toEqual([
    ['development', 'staging'],
    ['one', 'two'],
  ]);
  expect(await counts('development')).toEqual([2, 1, 1, 1, 'on']);
  await revertRequest(sure(ana), { id, comment: 'Errors rose' });
  expect(await counts('development')).toEqual([0, 0, 0, 0, 'off']);
  expect((await getConfiguration(sure(ana), { flag: 'two', environment: 'staging' })).state).toBe('off');
  expect((await getChangeRequest(sure(ana), { id })).events.at(-1)).toMatchObject({
    kind: 'revert',
    body: 'Errors rose',
  });
});

it('all of it or nothing: what somebody changed since is not taken back over their head', async () => {
  await services.db.environment.updateMany({ where: { key: 'production' }, data: { requiredApprovals: 1 } });
  const { version } = await getConfiguration(sure(ana), { flag: 'two', environment: 'staging' });
  const changes = all('production').map((change) =>
    change.environment === 'staging' ? { ...change, version } : change,
  );
  const { id } = await createChangeRequest(sure(ana), { changes });
  await approveRequest(sure(ben), { id });
  await carryOut(sure(ana), id);
  const thrown = await revertRequest(sure(ana), { id }).catch((error: unknown) => asServiceError(error));
  const held = (thrown as { accepted?: { changeRequest?: ChangeRequestView } }).accepted?.changeRequest;
  expect(held).toMatchObject({ status: 'open', environments: expect.arrayContaining(['production', 'staging']) });
  expect(await counts('production')).toEqual([2, 1, 1, 1, 'on']);

  const half = ['on', 'off'].map((variant) => ({ variant, weight: 50_000 }));
  const split = [{ kind: 'setDefault', default: { split: half } }];
  const meddled = await createChangeRequest(sure(ben), {
    changes: [{ flag: 'one', environment: 'production', version: 3, instructions: split }],
  });
  await approveRequest(sure(ana), { id: meddled.id });
  await carryOut(sure(ben), meddled.id);
  await approveRequest(sure(ben), { id: held?.id });
  expect((await refusal(carryOut(sure(ana), held?.id ?? ''))).kind).toBe('conflict');
  expect(await counts('production')).toEqual([2, 1, 1, 1, 'on']);
});

it('is not for what was not applied, nor for who may not edit there', async () => {
  const changes = [{ segment: 'beta', environment: 'staging', addMembers: ['u9'] }];
  const { id } = await createChangeRequest(sure(ana), { changes });
  expect((await refusal(revertRequest(sure(ana), { id }))).code).toBe('request_not_applied');
  await approveRequest(sure(ben), { id });
  await carryOut(sure(ana), id);
  expect((await refusal(revertRequest(services.as('viewer'), { id }))).kind).toBe('forbidden');
  expect((await refusal(revertRequest(services.as('stranger'), { id }))).kind).toBe('not_found');
});
