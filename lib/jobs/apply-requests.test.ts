import { afterAll, beforeAll, expect, it } from 'vitest';
import { applyRequest } from '@/lib/services/approvals/apply-request';
import { createChangeRequest } from '@/lib/services/approvals/create';
import { approveRequest, requestChanges } from '@/lib/services/approvals/decide';
import { noteAttempt } from '@/lib/services/approvals/due-requests';
import { getChangeRequest } from '@/lib/services/approvals/get';
import { changeConfiguration } from '@/lib/services/configurations/change';
import type { ServiceContext } from '@/lib/services/context';
import { createFlag } from '@/lib/services/flags/create';
import { takeLease } from '@/lib/services/leases/lease';
import { createTestServices, refusal, type TestServices } from '@/lib/services/testing';
import { applyRequests } from './apply-requests';
import { runTestJob } from './testing';

let services: TestServices;
let [ana, ben]: ServiceContext[] = [];
let count = 0;

beforeAll(async () => {
  services = await createTestServices();
  [ana, ben] = await Promise.all([services.person('ana', 'editor'), services.person('ben', 'editor')]);
  await services.db.environment.updateMany({ where: { key: 'production' }, data: { requiredApprovals: 1 } });
});
afterAll(() => services.close());

const now = (ctx: ServiceContext | undefined): ServiceContext => {
  if (!ctx) throw new Error('nobody');
  return { ...ctx, now: services.now() };
};
const later = (minutes: number): string => new Date(services.now().getTime() + minutes * 60_000).toISOString();
async function ask(applyAt?: string) {
  count += 1;
  const flag = `flag-${count}`;
  await createFlag(now(ana), { key: flag, type: 'boolean' });
  const changes = [{ flag, environment: 'production', version: 1, instructions: [{ kind: 'turnOn' }] }];
  return { flag, ...(await createChangeRequest(now(ana), { changes, ...(applyAt && { applyAt }) })) };
}
const run = () => runTestJob(services, applyRequests);
const look = (id: string) => getChangeRequest(now(ben), { id });

it('is applied at its time, once, and not before it is approved', async () => {
  const { id, flag } = await ask(later(10));
  await approveRequest(now(ben), { id });
  expect(await run()).toMatchObject({ report: { applied: 0 } });
  services.setNow(later(11));
  await Promise.all(Array.from({ length: 20 }, run));
  expect(await look(id)).toMatchObject({ status: 'applied', appliedBy: 'apply-requests' });
  expect(await services.db.change.count({ where: { key: flag, environment: { key: 'production' } } })).toBe(2);

  const unapproved = await ask(later(1));
  services.setNow(later(2));
  expect(await run()).toMatchObject({ outcome: 'ok', report: { applied: 0, failed: 0 } });
  await approveRequest(now(ben), { id: unapproved.id });
  expect(await run()).toMatchObject({ report: { applied: 1 } });
});

it('a time that is chosen later waits for approvals too, and goes with one that is taken back', async () => {
  const { id } = await ask();
  expect((await refusal(applyRequest(now(ana), { id, at: later(-1) }))).code).toBe('instant_past');
  await applyRequest(now(ana), { id, at: later(5) });
  await approveRequest(now(ben), { id });
  await requestChanges(now(ben), { id, comment: 'After the sale' });
  services.setNow(later(6));
  expect(await run()).toMatchObject({ report: { applied: 0 } });
  expect(await applyRequest(now(ana), { id, at: null })).toMatchObject({ status: 'open', applyAt: null });
});

it('stays open with the reason when somebody changed the same, and is left to people', async () => {
  const { id, flag } = await ask(later(5));
  await approveRequest(now(ben), { id });
  const admin = services.as('admin');
  const place = { flag, environment: 'production', bypass: true, comment: 'Now' };
  await changeConfiguration(admin, { ...place, version: 1, instructions: [{ kind: 'turnOn' }] });
  await changeConfiguration(admin, { ...place, version: 2, instructions: [{ kind: 'turnOff' }] });
  services.setNow(later(6));
  expect(await run()).toMatchObject({ outcome: 'partly', report: { failed: 1 } });
  expect(await look(id)).toMatchObject({ status: 'open', applyAt: null, hasProblem: true });
  expect(await run()).toMatchObject({ report: { applied: 0, failed: 0 } });
});

it('is tried five times where it is no fault of its own', async () => {
  const { id } = await ask(later(5));
  const lease = await takeLease(services.db, 'tries', 'test', 60_000);
  if (!lease) throw new Error('taken');
  for (let attempt = 1; attempt < 5; attempt += 1) await noteAttempt(now(ben), id, lease);
  expect(await look(id)).toMatchObject({ hasProblem: false });
  await noteAttempt(now(ben), id, lease);
  expect(await look(id)).toMatchObject({ status: 'open', applyAt: null, hasProblem: true });
});
