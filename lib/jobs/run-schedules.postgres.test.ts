import { afterAll, beforeAll, expect, it } from 'vitest';
import { getConfiguration } from '@/lib/services/configurations/get';
import { createFlag } from '@/lib/services/flags/create';
import { createSchedule } from '@/lib/services/schedules/create';
import { runDue } from '@/lib/services/schedules/run-due';
import { createTestServices, type TestServices } from '@/lib/services/testing';
import { takeLease } from '@/lib/services/leases/lease';
import { runSchedules } from './run-schedules';
import { runTestJob } from './testing';

let services: TestServices;
const FLAGS = ['a', 'b', 'c'];

beforeAll(async () => {
  services = await createTestServices();
  for (const key of FLAGS) await createFlag(services.as('admin'), { key, type: 'boolean' });
});
afterAll(() => services.close());

async function plan(at: string): Promise<void> {
  for (const flag of FLAGS) {
    await createSchedule(services.as('admin'), {
      flag,
      environment: 'development',
      at,
      instructions: [{ kind: 'addRule', rule: { conditions: [] } }],
    });
  }
}
const rulesOf = async (flag: string) =>
  (await getConfiguration(services.as('viewer'), { flag, environment: 'development' })).rules.length;

it('twenty runs at once make each change once', async () => {
  await plan('2026-03-02T10:00:00Z');
  services.setNow('2026-03-02T10:00:00Z');
  const known = { 'user-admin': services.as('admin') };
  await Promise.all(Array.from({ length: 20 }, () => runTestJob(services, runSchedules, known)));
  await runTestJob(services, runSchedules, known);
  expect(await Promise.all(FLAGS.map(rulesOf))).toEqual([1, 1, 1]);
  expect(await services.db.scheduleRun.count({ where: { outcome: 'applied' } })).toBe(3);
});

it('nor do twenty that all believe to have the lease', async () => {
  await plan('2026-03-02T12:00:00Z');
  services.setNow('2026-03-02T12:00:00Z');
  const lease = await takeLease(services.db, 'shared', 'test', 60_000);
  if (!lease) throw new Error('no lease');
  const work = {
    db: services.db,
    now: services.now(),
    lease,
    keep: async () => {},
    inProject: async () => services.as('admin'),
    asAuthor: async () => services.as('admin'),
    warn: () => {},
  };
  const reports = await Promise.all(Array.from({ length: 20 }, () => runDue(work)));
  expect(reports.reduce((sum, { applied }) => sum + applied, 0)).toBe(3);
  expect(reports.reduce((sum, { failed, review }) => sum + failed + review, 0)).toBe(0);
  expect(await Promise.all(FLAGS.map(rulesOf))).toEqual([2, 2, 2]);
});
