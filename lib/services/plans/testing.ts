import { advancePlans } from '@/lib/jobs/advance-plans';
import { runTestJob, type TestAuthors } from '@/lib/jobs/testing';
import { changeConfiguration } from '../configurations/change';
import { getConfiguration } from '../configurations/get';
import { createFlag } from '../flags/create';
import { postSignals } from '../signals/post';
import { createTestServices, TEST_NOW, type TestServices } from '../testing';
import { createPlan } from './create';
import { getPlan } from './get';
import { startPlan } from './start';
import type { PlanView } from './types';

export const STAGED = {
  strategy: 'staged-rollout',
  phases: [
    { percentage: 5, duration: '3d', targetGroups: ['internal-testers'] },
    { percentage: 20, duration: '5d', targetGroups: ['beta-users', 'premium-users'] },
    { percentage: 50, duration: '7d' },
    { percentage: 100, duration: '5d' },
  ],
};
export const ROLES = {
  strategy: 'role-based',
  includedRoles: ['admin', 'manager', 'premium'],
  excludedRoles: ['guest', 'trial'],
};
export const PROGRESSIVE = {
  strategy: 'progressive-environment',
  sequence: [
    { environment: 'development', percentage: 100, minDuration: '2d' },
    {
      environment: 'staging',
      percentage: 100,
      minDuration: '5d',
      requiredMetrics: { errorRate: { operator: 'lessThan', value: 0.01 } },
    },
    {
      environment: 'production',
      percentage: 20,
      minDuration: '3d',
      requiredMetrics: {
        errorRate: { operator: 'lessThan', value: 0.005 },
        performance: { operator: 'greaterThan', value: 0.95 },
      },
    },
    { environment: 'production', percentage: 100 },
  ],
};
export const GUARDED = {
  strategy: 'staged-rollout',
  phases: [{ percentage: 10, duration: '1d' }, { percentage: 50, duration: '1d' }, { percentage: 100 }],
  guardrails: [{ signal: 'errorRate', operator: 'greaterThan', value: 0.02 }],
};
export const DAY = 86_400_000;
export const IDLE = { outcome: 'ok', report: {} };

export const stands = ({ status, step }: PlanView) => [status, step];

/** A project in which plans are made for a flag of each test’s own. */
export async function createPlanWorld() {
  const services: TestServices = await createTestServices();
  const world = { flag: '', count: 0 };
  const editor = () => services.as('editor');
  const post = (environment: string, name: string, value: number, more: object = {}) =>
    postSignals(editor(), { environment, name, value, ...more });
  const create = (strategy: object, environment?: string) =>
    createPlan(editor(), { flag: world.flag, strategy, ...(environment && { environment }) });
  const config = (environment: string) => getConfiguration(editor(), { flag: world.flag, environment });
  for (const environment of ['development', 'staging', 'production']) await post(environment, 'errorRate', 0);
  await post('production', 'performance', 1);
  return {
    services,
    world,
    editor,
    post,
    create,
    config,
    /** A fresh flag, no plans, no recent signals. */
    async renew(): Promise<void> {
      await services.db.plan.deleteMany();
      await services.db.signal.updateMany({ data: { at: new Date('2020-01-01T00:00:00Z') } });
      services.setNow(TEST_NOW);
      world.count += 1;
      world.flag = `plan-flag-${world.count}`;
      await createFlag(editor(), { key: world.flag, type: 'boolean' });
    },
    begin: async (strategy: object, environment?: string) =>
      startPlan(editor(), { id: (await create(strategy, environment)).id }),
    get: ({ id }: { id: string }) => getPlan(editor(), { id }),
    later: (ms: number) => services.setNow(new Date(services.now().getTime() + ms)),
    tick: (authors: TestAuthors = { 'user-editor': editor(), 'user-admin': services.as('admin') }) =>
      runTestJob(services, advancePlans, authors),
    change: async (environment: string, instructions: object[]) =>
      changeConfiguration(editor(), {
        flag: world.flag,
        environment,
        version: (await config(environment)).version,
        instructions,
      }),
    rollouts: async (environment: string) =>
      (await config(environment)).rules.map(({ rollout }) => rollout?.percentage),
  };
}
