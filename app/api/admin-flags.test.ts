import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INTERNAL, PREMIUM } from './testing/example-rules';
import { errorOf } from './testing/read-error';
import { createWorld, type World } from './testing/world';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const P = '/api/admin/projects/default';
const configOf = (key: string, environment = 'production') => `${P}/flags/${key}/environments/${environment}`;
async function makeFlag(key: string): Promise<string> {
  await world.make('POST', `${P}/flags`, { key, type: 'boolean' });
  return key;
}

describe('flags', () => {
  it('are made with location and version, and found again', async () => {
    const made = await world.call('POST', `${P}/flags`, {
      body: { key: 'Checkout', name: 'Checkout', type: 'boolean' },
    });
    expect([made.status, made.headers.get('location'), made.headers.get('etag')]).toEqual([
      201,
      `${P}/flags/Checkout`,
      '"1"',
    ]);
    expect(made.json).toMatchObject({
      salt: expect.stringMatching(/.{10,}/),
      variants: [
        { key: 'on', value: true },
        { key: 'off', value: false },
      ],
    });
    const twice = await world.call('POST', `${P}/flags`, { body: { key: 'checkout', type: 'boolean' } });
    expect([twice.status, errorOf(twice.json).code]).toEqual([409, 'key_taken']);
    const list = await world.make('GET', `${P}/flags?q=chec&limit=1`);
    expect(list).toMatchObject({ items: [{ key: 'Checkout' }], nextCursor: null });
    const configuration = await world.make('GET', configOf('Checkout'));
    expect(configuration).toMatchObject({
      state: 'off',
      offVariant: 'off',
      default: { variant: 'on' },
      killed: false,
      version: 1,
    });
  });

  it('want a version to be changed, archived first to be deleted', async () => {
    const key = await makeFlag('aged');
    const path = `${P}/flags/${key}`;
    for (const method of ['PATCH', 'DELETE'] as const) {
      const answer = await world.call(method, path, { body: method === 'PATCH' ? { name: 'x' } : undefined });
      expect([method, answer.status, errorOf(answer.json).code]).toEqual([method, 400, 'version_required']);
    }
    const changed = await world.call('PATCH', path, { body: { name: 'Aged' }, headers: { 'if-match': '"1"' } });
    expect([changed.status, changed.headers.get('etag')]).toEqual([200, '"2"']);
    const stale = await world.call('PATCH', path, { body: { name: 'Old', version: 1 } });
    expect([stale.status, errorOf(stale.json).code]).toEqual([409, 'version_conflict']);
    expect(errorOf(stale.json).current).toMatchObject({ name: 'Aged', version: 2 });
    expect((await world.call('DELETE', `${path}?version=2`)).status).toBe(422);
    await world.make('POST', `${path}/archive`);
    expect((await world.call('DELETE', `${path}?version=3`)).status).toBe(204);
    const again = await world.call('GET', path);
    expect([again.status, errorOf(again.json).code]).toEqual([404, 'not_found']);
    expect(await world.make('POST', `${P}/flags`, { key, type: 'boolean' })).toMatchObject({ version: 1 });
  });

  it('that others need cannot be deleted, and it is said where', async () => {
    const [needed, needing] = [await makeFlag('needed'), await makeFlag('needing')];
    await world.make('POST', `${configOf(needing)}/changes`, {
      version: 1,
      instructions: [{ kind: 'setPrerequisites', prerequisites: [{ flag: needed, variants: ['on'] }] }],
    });
    const { version } = await world.make('POST', `${P}/flags/${needed}/archive`);
    const answer = await world.call('DELETE', `${P}/flags/${needed}?version=${String(version)}`);
    expect([answer.status, errorOf(answer.json).code]).toEqual([422, 'flag_in_use']);
    expect(errorOf(answer.json).issues.length).toBeGreaterThan(0);
    expect(await world.make('GET', `${P}/flags/${needed}/usage`)).toMatchObject({
      items: [{ kind: 'prerequisite', key: needing, environment: 'production' }],
    });
    const cycle = await world.call('POST', `${configOf(needed)}/changes`, {
      body: {
        version: 1,
        instructions: [{ kind: 'setPrerequisites', prerequisites: [{ flag: needing, variants: ['on'] }] }],
      },
    });
    expect(cycle.status).toBe(422);
  });
});

describe('configurations', () => {
  it('may be sent back as they were answered, and the two example rules work as written', async () => {
    const path = configOf(await makeFlag('rules'));
    const first = await world.make('GET', path);
    const same = await world.call('PUT', path, { body: first });
    expect([same.status, same.json]).toEqual([200, first]);
    const put = await world.make('PUT', path, {
      ...first,
      state: 'on',
      rules: [INTERNAL, PREMIUM],
      default: { variant: 'off' },
      comment: 'Go',
    });
    expect(put.rules).toMatchObject([
      { ...INTERNAL, serve: { variant: 'on' } },
      { ...PREMIUM, serve: { variant: 'on' } },
    ]);
    expect(await world.make('PUT', path, put)).toEqual(put);
    const explain = async (context: object) => world.make('POST', `${path}/explain`, { context });
    expect(await explain({ targetingKey: 'a', email: 'x@marmitas.com' })).toMatchObject({
      value: true,
      ruleId: 'rule-001',
    });
    expect(await explain({ targetingKey: 'a', groups: ['internal-testers'] })).toMatchObject({ ruleId: 'rule-001' });
    expect(await explain({ targetingKey: 'a', subscription: 'premium' })).toMatchObject({
      value: true,
      ruleId: 'rule-002',
    });
    expect(await explain({ targetingKey: 'a' })).toMatchObject({ value: false, cause: 'default' });
    const draft = { ...put, killed: true };
    expect((await world.call('PUT', path, { body: draft })).status).toBe(422);
    const { flag: _flag, environment: _environment, ...unsaved } = put;
    expect(
      await world.make('POST', `${path}/explain`, {
        context: { subscription: 'premium' },
        draft: { ...unsaved, rules: [] },
      }),
    ).toMatchObject({ value: false });
  });

  it('change by instructions, dry or not, and go back', async () => {
    const path = configOf(await makeFlag('history'));
    const dry = await world.make('POST', `${path}/changes`, {
      version: 1,
      instructions: [{ kind: 'turnOn' }],
      dryRun: true,
    });
    expect(dry).toMatchObject({ configuration: { state: 'on' }, messages: [{ id: expect.any(String) }] });
    expect(await world.make('GET', path)).toMatchObject({ state: 'off', version: 1 });
    expect(
      await world.make('POST', `${path}/changes`, { version: 1, instructions: [{ kind: 'turnOn' }], comment: 'On' }),
    ).toMatchObject({ state: 'on', version: 2 });
    const late = await world.call('POST', `${path}/changes`, {
      body: { version: 1, instructions: [{ kind: 'turnOff' }] },
    });
    expect([late.status, errorOf(late.json).current]).toEqual([
      409,
      expect.objectContaining({ state: 'on', version: 2 }),
    ]);
    expect(await world.make('GET', `${path}/revisions`)).toMatchObject({
      items: [{ version: 2, comment: 'On' }, { version: 1 }],
    });
    expect(await world.make('GET', `${path}/revisions/1`)).toMatchObject({ state: 'off' });
    expect(await world.make('POST', `${path}/revert`, { to: 1 })).toMatchObject({ state: 'off', version: 3 });
    expect(await world.make('POST', `${path}/undo`, { version: 3 })).toMatchObject({ state: 'on', version: 4 });
    expect((await world.call('POST', `${path}/revert`, { body: { to: 99 } })).status).toBe(422);
  });

  it('are switched without a version, as often as one likes', async () => {
    const path = configOf(await makeFlag('switch'));
    for (const _ of [1, 2])
      expect(await world.make('POST', `${path}/enable`)).toMatchObject({ state: 'on', version: 2 });
    for (const _ of [1, 2])
      expect(await world.make('POST', `${path}/kill`)).toMatchObject({ killed: true, version: 3 });
    const killed = await world.call('POST', `${path}/enable`);
    expect([killed.status, errorOf(killed.json).code]).toEqual([422, 'flag_killed']);
    expect(await world.make('POST', `${path}/revive`)).toMatchObject({ killed: false });
    expect(await world.make('POST', `${path}/disable`)).toMatchObject({ state: 'off' });
  });

  it('hold rules that are added without and changed with their version', async () => {
    const path = `${configOf(await makeFlag('single'))}/rules`;
    const added = await world.call('POST', path, { body: PREMIUM });
    expect([added.status, added.headers.get('location')]).toEqual([201, `${path}/rule-002`]);
    await world.make('POST', path, { ...INTERNAL, before: 'rule-002' });
    expect(await world.make('GET', path)).toMatchObject({
      items: [{ id: 'rule-001' }, { id: 'rule-002', version: 3 }],
    });
    const bare = await world.call('PUT', `${path}/rule-002`, { body: PREMIUM });
    expect([bare.status, errorOf(bare.json).code]).toEqual([400, 'version_required']);
    expect(await world.make('PUT', `${path}/rule-002`, { ...PREMIUM, name: 'Premium', version: 3 })).toMatchObject({
      name: 'Premium',
    });
    expect((await world.call('DELETE', `${path}/rule-001`)).status).toBe(400);
    expect((await world.call('DELETE', `${path}/rule-001?version=4`)).status).toBe(204);
    expect((await world.call('DELETE', `${path}/rule-001?version=5`)).status).toBe(404);
  });

  it('and memberships take hours of weekdays and answer them, and the document says their form', async () => {
    const key = await makeFlag('office');
    const recurring = { weekdays: ['mon', 'fri'], from: '09:00', to: '17:00', exceptions: ['2026-12-25'] };
    const window = { timezone: 'Europe/Berlin', recurring };
    await world.make('POST', `${configOf(key)}/rules`, { ...PREMIUM, window });
    expect(await world.make('GET', configOf(key))).toMatchObject({ rules: [{ window }] });
    const wrong = { ...window, recurring: { ...recurring, to: '09:00' }, timezone: 'Moon/Sea' };
    const refused = await world.call('POST', `${configOf(key)}/rules`, {
      body: { ...PREMIUM, id: 'w', window: wrong },
    });
    expect([refused.status, errorOf(refused.json).code]).toEqual([422, 'change_refused']);
    const memberships = `${P}/flags/${key}/memberships`;
    const days = { startDate: '2026-03-02', endDate: '2026-03-31' };
    const body = { subject: 'eve', ...days, ...window };
    const { id } = await world.make('POST', `${memberships}?environment=production`, body);
    expect(await world.make('GET', `${memberships}/${id}?environment=production`)).toMatchObject({
      recurring,
      ...days,
    });
    const document = (await world.call('GET', '/api/openapi.json')).text;
    const form = '"recurring":{"type":"object","properties":{"weekdays":';
    // Of a rule and of a membership, each as it is sent and as it is answered.
    expect(document.split(form).length).toBeGreaterThan(2);
    expect(document).toContain('"nextChange"');
  });
});
