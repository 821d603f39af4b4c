import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeConfiguration } from '../configurations/change';
import { createEnvironment } from '../environments/create';
import { updateEnvironment } from '../environments/update';
import { createFlag } from '../flags/create';
import { createTestServices, refusal, type TestRole, type TestServices } from '../testing';
import { listAttributes } from './list';
import { putAttribute } from './put';
import { removeAttribute } from './remove';

let services: TestServices;
beforeAll(async () => {
  services = await createTestServices();
});
afterAll(() => services.close());

const put = (name: string, said: object = {}, role: TestRole = 'admin') =>
  putAttribute(services.as(role), { name, type: 'string', ...said });
const items = (name: string) => services.db.item.findMany({ where: { kind: 'attribute', key: name, toNumber: null } });

describe('attribute definitions', () => {
  it('are the project’s: in force in all environments, those to come included', async () => {
    const plan = { name: 'plan', type: 'string', allowed: ['free', 'pro'], trusted: true, personal: false };
    expect(await put('user.plan', { allowed: ['free', 'pro'], trusted: true })).toEqual(plan);
    expect(await items('plan')).toHaveLength(3);
    await createEnvironment(services.as('admin'), { key: 'qa' });
    expect(await items('plan')).toHaveLength(4);
    await put('age', { type: 'number', personal: true });
    expect((await listAttributes(services.as('viewer'), {})).map(({ name }) => name)).toEqual(['age', 'plan']);
  });

  it('that say the same again change nothing', async () => {
    const [before] = await items('age');
    await put('age', { type: 'number', personal: true });
    expect((await items('age'))[0]?.id).toBe(before?.id);
    expect(await put('age', { type: 'number', personal: false })).toMatchObject({ personal: false });
    expect((await items('age'))[0]?.id).not.toBe(before?.id);
  });

  it('are removed everywhere, and then there is nothing to remove', async () => {
    await put('gone');
    await removeAttribute(services.as('admin'), { name: 'gone' });
    expect(await items('gone')).toEqual([]);
    expect((await refusal(removeAttribute(services.as('admin'), { name: 'gone' }))).kind).toBe('not_found');
  });

  it('of names that the product says itself are refused', async () => {
    for (const name of [
      'stage',
      'user.stage',
      'counters.x',
      'roleAtLeast',
      'environment',
      'targetingKey',
      'tenant',
      'tenantInfo.plan',
      'user',
    ]) {
      expect(await refusal(put(name)), name).toMatchObject({ kind: 'refused', code: 'attribute_reserved' });
    }
    for (const name of ['', '__proto__', 'a b', 'x'.repeat(201)]) {
      expect((await refusal(put(name))).kind, name).toBe('invalid');
    }
    expect((await refusal(put('x', { type: 'colour' }))).kind).toBe('invalid');
    expect((await refusal(put('x', { type: 'number', allowed: ['1'] }))).code).toBe('attribute_allowed_type');
  });

  it('are for administrators, with a comment where an environment that reads them wants one', async () => {
    expect((await refusal(put('x', {}, 'editor'))).kind).toBe('forbidden');
    expect((await refusal(put('x', {}, 'stranger'))).kind).toBe('not_found');
    expect((await refusal(removeAttribute(services.as('editor'), { name: 'plan' }))).kind).toBe('forbidden');
    await updateEnvironment(services.as('admin'), { key: 'staging', version: 1, requireComment: true });
    await createFlag(services.as('admin'), { key: 'f', name: 'F', type: 'boolean' });
    const rule = { name: 'r', operator: 'AND', conditions: [{ attribute: 'plan', operator: 'equals', value: 'pro' }] };
    const instructions = [{ kind: 'turnOn' }, { kind: 'addRule', rule }];
    await changeConfiguration(services.as('admin'), {
      flag: 'f',
      environment: 'staging',
      version: 1,
      instructions,
      comment: 'c',
    });
    expect((await refusal(put('plan', { trusted: false }))).code).toBe('comment_required');
    expect(await put('plan', { trusted: false, comment: 'Said by clients too' })).toMatchObject({ trusted: false });
    expect(await put('color')).toMatchObject({ name: 'color' });
  });
});
