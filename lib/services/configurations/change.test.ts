import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createFlag } from '../flags/create';
import { createTestServices, refusal, type TestRole, type TestServices } from '../testing';
import { changeConfiguration } from './change';
import { getConfiguration } from './get';
import { disableFlag, enableFlag } from './set-state';
import type { ConfigurationView, DryRunView } from './types';

let services: TestServices;
let flag = '';
let count = 0;
const place = (environment = 'development') => ({ flag, environment });
const get = (environment?: string) => getConfiguration(services.as('viewer'), place(environment));
const RULE = { name: 'Pro', conditions: [{ attribute: 'plan', operator: 'equals', value: 'pro' }] };

function change(
  instructions: object[],
  { version = 1, as = 'admin' as TestRole, environment = 'development', ...more } = {},
) {
  return changeConfiguration(services.as(as), { ...place(environment), version, instructions, ...more });
}
const whole = (answer: ConfigurationView | DryRunView): ConfigurationView =>
  'configuration' in answer ? answer.configuration : answer;

beforeAll(async () => {
  services = await createTestServices();
});
beforeEach(async () => {
  count += 1;
  flag = `flag-${count}`;
  await createFlag(services.as('admin'), { key: flag, type: 'boolean' });
});
afterAll(() => services.close());

describe('a change', () => {
  it('makes the next version, with its change, inverse, footprint and audit row', async () => {
    const answer = whole(
      await change([{ kind: 'turnOn' }, { kind: 'addRule', rule: RULE }], { comment: 'why' } as object),
    );
    expect(answer).toMatchObject({
      version: 2,
      state: 'on',
      rules: [{ name: 'Pro', serve: { variant: 'on' }, enabled: true }],
    });
    expect(await get()).toEqual(answer);
    const [rule] = answer.rules;
    const stored = await services.db.change.findFirstOrThrow({ where: { key: flag, version: 2 } });
    expect(stored).toMatchObject({
      baseVersion: 1,
      comment: 'why',
      actorId: 'user-admin',
      footprint: [`rule:${rule?.id}`, 'state'],
    });
    expect(stored.inverse).toEqual({ v: 1, instructions: [{ kind: 'removeRule', id: rule?.id }, { kind: 'turnOff' }] });
    const entry = await services.db.auditEntry.findFirstOrThrow({ where: { flag, action: 'config.change' } });
    expect(JSON.parse(entry.detail ?? '')).toMatchObject({
      before: { version: 1, state: 'off' },
      after: { version: 2, state: 'on' },
    });
  });

  it('makes no version, change or audit row when nothing differs', async () => {
    const before = await services.db.auditEntry.count();
    expect(whole(await change([{ kind: 'turnOff' }])).version).toBe(1);
    expect(await services.db.auditEntry.count()).toBe(before);
    expect(await services.db.change.count({ where: { key: flag, version: 2 } })).toBe(0);
  });

  it('of one environment leaves the others as they were', async () => {
    await change([{ kind: 'turnOn' }]);
    expect(await get('staging')).toMatchObject({ version: 1, state: 'off' });
  });
});

describe('versions', () => {
  it('a change applies on top of others unless they touched the same', async () => {
    await change([{ kind: 'turnOn' }]);
    expect(whole(await change([{ kind: 'setOffVariant', variant: null }]))).toMatchObject({
      version: 3,
      state: 'on',
      offVariant: null,
    });
    const refused = await refusal(change([{ kind: 'turnOff' }]));
    expect([refused.kind, refused.code, refused.current]).toEqual(['conflict', 'version_conflict', await get()]);
  });

  it('a version that does not exist yet is a conflict, and none at all is 400', async () => {
    expect((await refusal(change([{ kind: 'turnOn' }], { version: 2 }))).code).toBe('version_conflict');
    expect((await refusal(change([{ kind: 'turnOn' }], { version: 0 }))).code).toBe('version_conflict');
    const versionless = changeConfiguration(services.as('admin'), { ...place(), instructions: [{ kind: 'turnOn' }] });
    expect((await refusal(versionless)).code).toBe('version_required');
  });
});

describe('who may', () => {
  it('strangers, viewers and developers in production are refused', async () => {
    expect((await refusal(change([{ kind: 'turnOn' }], { as: 'stranger' }))).kind).toBe('not_found');
    expect((await refusal(change([{ kind: 'turnOn' }], { as: 'viewer' }))).kind).toBe('forbidden');
    const production = { as: 'developer' as const, environment: 'production' };
    expect((await refusal(change([{ kind: 'turnOn' }], production))).kind).toBe('forbidden');
    expect(whole(await change([{ kind: 'turnOn' }], { ...production, as: 'editor' })).state).toBe('on');
  });

  it('a kill alone needs the permission to kill and no other', async () => {
    const grants = [
      {
        permissions: ['config.kill' as const],
        reachesProtected: true,
        projectId: services.projectId,
        environmentId: null,
      },
    ];
    const actor = { ...services.as('viewer').actor, grants };
    const guard = services.as('viewer', { actor });
    const kill = { ...place('production'), version: 1, instructions: [{ kind: 'kill' }] };
    expect(whole(await changeConfiguration(guard, kill)).killed).toBe(true);
    const more = { ...kill, version: 2, instructions: [{ kind: 'kill' }, { kind: 'turnOff' }] };
    expect((await refusal(changeConfiguration(guard, more))).kind).toBe('forbidden');
    const revive = { ...kill, version: 2, instructions: [{ kind: 'revive' }] };
    expect((await refusal(changeConfiguration(guard, revive))).kind).toBe('forbidden');
  });

  it('unknown flags and environments are not found', async () => {
    expect((await refusal(change([{ kind: 'turnOn' }], { environment: 'absent' }))).kind).toBe('not_found');
    expect((await refusal(enableFlag(services.as('admin'), { flag: 'absent', environment: 'staging' }))).kind).toBe(
      'not_found',
    );
  });
});

describe('a dry run', () => {
  it('says what would be stored, in sentences, and writes nothing', async () => {
    const answer = await change([{ kind: 'turnOn' }], {
      as: 'viewer',
      environment: 'production',
      dryRun: true,
    } as object);
    expect(answer).toMatchObject({
      configuration: { state: 'on', version: 2 },
      messages: [{ id: 'instruction.turnOn' }],
    });
    expect(await get('production')).toMatchObject({ state: 'off', version: 1 });
  });

  it('is refused like the change itself', async () => {
    const absent = await refusal(change([{ kind: 'removeRule', id: 'absent' }], { dryRun: true } as object));
    expect([absent.kind, absent.at]).toEqual(['refused', ['instructions.0.id:rule_absent']]);
    await disableFlag(services.as('admin'), place());
    await change([{ kind: 'turnOn' }]);
    expect((await refusal(change([{ kind: 'turnOff' }], { dryRun: true } as object))).code).toBe('version_conflict');
  });
});
