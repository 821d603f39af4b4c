import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_ONBOARDING } from '@/lib/engine/default-onboarding';
import { changeConfiguration } from '../configurations/change';
import { enableFlag } from '../configurations/set-state';
import { createEnvironment } from '../environments/create';
import { updateEnvironment } from '../environments/update';
import { createFlag } from '../flags/create';
import { createTestServices, race, refusal, type TestServices } from '../testing';
import { getOnboarding } from './get';
import type { OnboardingView } from './types';
import { updateOnboarding } from './update';

let services: TestServices;
const admin = () => services.as('admin');
const get = () => getOnboarding(services.as('viewer'), {});
const MILESTONE = {
  key: 'power_user',
  name: 'Power user',
  conditions: [{ attribute: 'counters.report', operator: 'greaterOrEqual', value: 3 }],
  stage: 'active',
};
/** What is stored, with some of it replaced. */
const put = async (changes: object, as = admin()): Promise<OnboardingView> =>
  updateOnboarding(as, { ...(await get()), ...changes });

async function itemsInForce(): Promise<Record<string, unknown>> {
  const rows = await services.db.item.findMany({
    where: { kind: 'onboarding', toNumber: null },
    include: { environment: { select: { key: true } } },
  });
  return Object.fromEntries(rows.map(({ environment, body }) => [environment.key, body]));
}

beforeAll(async () => {
  services = await createTestServices();
});
afterAll(() => services.close());

describe('a new project', () => {
  it('has four stages, three roles and no milestone, in every environment', async () => {
    const view = await get();
    expect(view).toMatchObject({ version: 0, milestones: [], updatedAt: null });
    expect(view.stages.map(({ key }) => key)).toEqual(['signup_complete', 'email_verified', 'profile_setup', 'active']);
    expect(view.roles).toEqual(['employee', 'manager', 'admin']);
    const item = { ...DEFAULT_ONBOARDING };
    expect(await itemsInForce()).toEqual({ development: item, staging: item, production: item });
  });

  it('is not there for strangers, nor for viewers to change', async () => {
    expect((await refusal(getOnboarding(services.as('stranger'), {}))).kind).toBe('not_found');
    expect((await refusal(put({}, services.as('stranger')))).kind).toBe('not_found');
    for (const role of ['viewer', 'developer', 'editor'] as const) {
      expect((await refusal(put({ roles: [] }, services.as(role)))).kind).toBe('forbidden');
    }
  });
});

describe('replacing', () => {
  it('keeps the order, and writes items only where evaluations are concerned', async () => {
    const numberOf = async () => (await services.db.environment.findFirstOrThrow({ where: { key: 'staging' } })).number;
    const before = await numberOf();
    const named = await put({ milestones: [MILESTONE] });
    expect(named).toMatchObject({ version: 1, milestones: [{ ...MILESTONE, operator: 'AND', description: '' }] });
    expect(await numberOf()).toBe(before);
    const stages = ['first', 'signup_complete', 'active'].map((key) => ({ key }));
    const moved = await put({ stages, roles: ['member', 'owner'] });
    expect(moved.stages).toEqual(stages.map(({ key }) => expect.objectContaining({ key, name: key })));
    expect(await get()).toEqual(moved);
    expect(await itemsInForce()).toMatchObject({
      staging: { v: 1, stages: ['first', 'signup_complete', 'active'], roles: ['member', 'owner'] },
    });
    expect(await numberOf()).toBe(before + 1);
    expect(await put({})).toEqual(moved);
    const entry = await services.db.auditEntry.findFirstOrThrow({
      where: { action: 'onboarding.update' },
      orderBy: { seq: 'desc' },
    });
    expect(JSON.parse(entry.detail ?? '')).toMatchObject({ before: { version: 1 }, after: { version: 2 } });
  });

  it('reaches an environment made later', async () => {
    await createEnvironment(admin(), { key: 'later' });
    expect((await itemsInForce()).later).toEqual({
      v: 1,
      stages: ['first', 'signup_complete', 'active'],
      roles: ['member', 'owner'],
    });
  });

  it('is refused when stale, without a version, and for all but one of many at once', async () => {
    const current = await get();
    const stale = await refusal(put({ version: 1, roles: [] }));
    expect([stale.code, stale.current]).toEqual(['version_conflict', current]);
    const { version: _version, ...unversioned } = current;
    expect((await refusal(updateOnboarding(admin(), unversioned))).code).toBe('version_required');
    const outcomes = await race(10, (index) => updateOnboarding(admin(), { ...current, roles: [`r${index}`] }));
    expect(outcomes).toEqual({ done: 1, version_conflict: 9 });
  });

  it('says what means something wrong, by path', async () => {
    const twice = await refusal(put({ stages: [{ key: 'a' }, { key: 'A' }], milestones: [] }));
    expect([twice.kind, twice.at]).toEqual(['refused', ['stages.1:stage_duplicate']]);
    const wrong = (await get()).milestones[0];
    const several = [
      { ...wrong, stage: 'absent' },
      { key: 'other', conditions: [{ attribute: 'a', operator: 'matches', value: '(' }] },
      { key: 'segment', conditions: [{ operator: 'OR', conditions: [{ segment: 'beta' }] }] },
      { key: 'Other', operator: 'OR', conditions: [] },
    ];
    expect((await refusal(put({ milestones: several, roles: ['a', 'a'] }))).at).toEqual([
      'milestones.3:milestone_duplicate',
      'roles.1:role_duplicate',
      'milestones.0.stage:stage_absent',
      'milestones.1.conditions.0.value:constant_pattern',
      'milestones.2.conditions:milestone_segment',
      'milestones.3.conditions:group_empty',
    ]);
    for (const shape of [
      { stages: [] },
      { stages: Array.from({ length: 51 }, (_, index) => ({ key: `s${index}` })) },
      { milestones: [{ key: 'a/b', conditions: [] }] },
      { roles: [''] },
    ]) {
      expect((await refusal(put(shape))).kind).toBe('invalid');
    }
  });

  it('keeps stages that subjects are in, and roles that tenants rank with', async () => {
    const { id: environmentId } = await services.db.environment.findFirstOrThrow({ where: { key: 'staging' } });
    const at = { createdAt: services.now(), updatedAt: services.now(), stageAt: services.now() };
    for (const key of ['u1', 'u2']) {
      await services.db.subject.create({
        data: { environmentId, key, attributes: {}, stage: 'first', number: 1, ...at },
      });
    }
    const stages = [{ key: 'signup_complete' }, { key: 'active' }];
    const held = await refusal(put({ stages }));
    expect([held.code, held.params]).toEqual(['stage_in_use', { count: 2 }]);
    await services.db.subject.deleteMany({});
    expect((await put({ stages })).stages).toHaveLength(2);

    const { createdAt, updatedAt } = at;
    const tenant = { id: 't1', key: 'acme', keyFolded: 'acme', name: 'Acme', attributes: {}, createdAt, updatedAt };
    await put({ roles: ['member', 'owner'] });
    await services.db.tenant.create({
      data: { ...tenant, projectId: services.projectId, roles: [{ key: 'lead', ranksWith: 'owner' }] },
    });
    const ranked = await refusal(put({ roles: ['member'] }));
    expect([ranked.code, ranked.params]).toEqual(['subject_role_in_use', { count: 1 }]);
    expect((await put({ roles: ['owner', 'member'] })).roles).toEqual(['owner', 'member']);
  });
});

describe('what it reaches', () => {
  it('is where flags that are not off read what changes', async () => {
    await createFlag(admin(), { key: 'tools', type: 'boolean' });
    const rule = { conditions: [{ attribute: 'roleAtLeast', operator: 'contains', value: 'member' }] };
    const place = { flag: 'tools', environment: 'staging' };
    await changeConfiguration(admin(), { ...place, version: 1, instructions: [{ kind: 'addRule', rule }] });
    await updateEnvironment(admin(), { key: 'staging', version: 1, requireComment: true });
    // Off: nobody's answer can change.
    await put({ roles: ['member', 'owner'] });
    await enableFlag(admin(), { ...place, comment: 'on' });
    expect((await refusal(put({ roles: ['owner', 'member'] }))).code).toBe('comment_required');
    await put({ stages: [{ key: 'signup_complete' }, { key: 'beyond' }, { key: 'active' }] });
    const told = await put({ roles: ['owner', 'member'], comment: 'Owners are first' });
    expect(told.roles).toEqual(['owner', 'member']);
  });
});
