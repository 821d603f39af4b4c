import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChangeRequestView } from './types';
import { changeConfiguration } from '../configurations/change';
import { getConfiguration } from '../configurations/get';
import { enableFlag, killFlag } from '../configurations/set-state';
import { asServiceError } from '../errors';
import { createFlag } from '../flags/create';
import { createTestServices, refusal, type TestServices } from '../testing';
import { previewSteps, runSteps } from './run-steps';

let services: TestServices;
let count = 0;

beforeAll(async () => {
  services = await createTestServices();
  await services.db.environment.updateMany({ where: { key: 'production' }, data: { requiredApprovals: 2 } });
});
afterAll(() => services.close());

async function flag(): Promise<string> {
  count += 1;
  const key = `flag-${count}`;
  await createFlag(services.as('editor'), { key, type: 'boolean' });
  return key;
}
const stateOf = async (key: string, environment = 'production') =>
  (await getConfiguration(services.as('viewer'), { flag: key, environment })).state;

/** The change request that a write was answered with. */
async function held(work: Promise<unknown>): Promise<ChangeRequestView> {
  const outcome = await work.then(
    () => null,
    (thrown: unknown) => asServiceError(thrown),
  );
  if (outcome?.kind !== 'accepted') throw outcome ?? new Error('it did not wait');
  return outcome.accepted?.changeRequest as ChangeRequestView;
}

describe('where approvals are required', () => {
  it('a write waits, and nothing of it has happened', async () => {
    const key = await flag();
    const request = await held(enableFlag(services.as('editor'), { flag: key, environment: 'production' }));
    expect(request).toMatchObject({
      status: 'open',
      environments: ['production'],
      flags: [key],
      approvals: { required: 2, given: [] },
      steps: [{ verb: 'configurations.enable', input: { flag: key, environment: 'production' } }],
    });
    expect(await stateOf(key)).toBe('off');
    const audited = await services.db.auditEntry.findMany({ where: { flag: key }, orderBy: { seq: 'asc' } });
    expect(audited.map(({ action }) => action)).toEqual(['flag.create', 'changeRequest.create']);
  });

  it('an administrator’s waits too, whichever way it comes', async () => {
    const key = await flag();
    const change = { flag: key, environment: 'production', version: 1, instructions: [{ kind: 'turnOn' }] };
    const { number } = await held(changeConfiguration(services.as('admin'), change));
    const enable = enableFlag(services.as('admin'), { flag: key, environment: 'production' });
    expect((await held(enable)).number).toBe(number + 1);
  });

  it('what is wrong with it is said at once', async () => {
    const key = await flag();
    const wrong = {
      flag: key,
      environment: 'production',
      version: 1,
      instructions: [{ kind: 'setOffVariant', variant: 'absent' }],
    };
    expect(await refusal(changeConfiguration(services.as('editor'), wrong))).toMatchObject({ kind: 'refused' });
    expect(await services.db.changeRequest.count({ where: { flags: { has: key } } })).toBe(0);
  });

  it('a kill does not wait, nor does what changes nothing', async () => {
    const key = await flag();
    const at = { flag: key, environment: 'production' };
    expect(await killFlag(services.as('editor'), at)).toMatchObject({ killed: true });
    expect(await killFlag(services.as('editor'), at)).toMatchObject({ killed: true });
    expect(await enableFlag(services.as('editor'), { flag: await flag(), environment: 'staging' })).toMatchObject({
      state: 'on',
    });
  });

  it('who may bypass says why, and is audited as such', async () => {
    const key = await flag();
    const at = { flag: key, environment: 'production', bypass: true };
    expect((await refusal(enableFlag(services.as('editor'), at))).kind).toBe('forbidden');
    expect((await refusal(enableFlag(services.as('admin'), at))).code).toBe('comment_required');
    await enableFlag(services.as('admin'), { ...at, comment: 'The shop is down' });
    expect(await stateOf(key)).toBe('on');
    const [entry] = await services.db.auditEntry.findMany({ where: { action: 'approval.bypass' } });
    expect(JSON.parse(entry?.body ?? '')).toMatchObject({ environment: 'production', comment: 'The shop is down' });
    expect(await services.db.outbox.count({ where: { topic: 'approval.bypass' } })).toBe(1);
  });
});

describe('a request', () => {
  it('that is made again, word for word, stays one', async () => {
    const at = { flag: await flag(), environment: 'production' };
    const first = await held(enableFlag(services.as('editor'), at));
    expect((await held(enableFlag(services.as('editor'), at))).number).toBe(first.number);
    expect((await held(enableFlag(services.as('admin'), at))).number).not.toBe(first.number);
  });

  it('may be made by who may edit elsewhere, and by nobody else', async () => {
    const key = await flag();
    const at = { flag: key, environment: 'production' };
    expect((await refusal(enableFlag(services.as('developer'), at))).kind).toBe('forbidden');
    expect(await held(enableFlag(services.as('developer'), { ...at, request: true }))).toMatchObject({ flags: [key] });
    expect((await refusal(enableFlag(services.as('viewer'), { ...at, request: true }))).kind).toBe('forbidden');
    expect((await refusal(enableFlag(services.as('stranger'), { ...at, request: true }))).kind).toBe('not_found');
  });

  it('may be asked for where nobody has to approve', async () => {
    const key = await flag();
    const request = await held(
      enableFlag(services.as('developer'), { flag: key, environment: 'development', request: true }),
    );
    expect(request.approvals).toEqual({ required: 1, given: [], ids: [] });
    expect(await stateOf(key, 'development')).toBe('off');
  });
});

describe('steps', () => {
  it('are looked at without a trace, and made all or none', async () => {
    const [first, second] = [await flag(), await flag()];
    const steps = [first, second].map((key) => ({
      verb: 'configurations.enable',
      input: { flag: key, environment: 'production' },
      environments: ['production'],
      flags: [key],
    }));
    const ctx = services.as('editor');
    const outcomes = await previewSteps(ctx, steps, 'request');
    expect(outcomes.map(({ drafts }) => drafts.map(({ action, flag: key }) => [action, key]))).toEqual([
      [['config.enable', first]],
      [['config.enable', second]],
    ]);
    expect(await stateOf(first)).toBe('off');

    const approved = { ...ctx, approval: { id: 'request' } };
    const broken = [...steps, { ...steps[0]!, input: { flag: 'absent', environment: 'production' } }];
    await expect(runSteps(approved, broken, async () => {})).rejects.toMatchObject({ kind: 'not_found' });
    expect([await stateOf(first), await stateOf(second)]).toEqual(['off', 'off']);

    await runSteps(approved, steps, async () => {});
    expect([await stateOf(first), await stateOf(second)]).toEqual(['on', 'on']);
  });

  it('read what those before them wrote, of one flag too', async () => {
    const key = await flag();
    const change = (version: number, instructions: object[]) => ({
      verb: 'configurations.change',
      input: JSON.parse(JSON.stringify({ flag: key, environment: 'production', version, instructions })),
      environments: ['production'],
      flags: [key],
    });
    const approved = { ...services.as('editor'), approval: { id: 'request' } };
    const rule = { id: 'r1', name: '', description: '', enabled: true, operator: 'AND', conditions: [] };
    const steps = [
      change(1, [{ kind: 'addRule', rule: { ...rule, serve: { variant: 'on' } } }]),
      change(2, [{ kind: 'setRollout', id: 'r1', rollout: { percentage: 20_000 } }, { kind: 'turnOn' }]),
    ];
    await runSteps(approved, steps, async () => {});
    expect(await getConfiguration(approved, { flag: key, environment: 'production' })).toMatchObject({
      version: 3,
      state: 'on',
      rules: [{ id: 'r1', rollout: { percentage: 20_000 } }],
    });
  });
});
