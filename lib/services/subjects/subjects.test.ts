import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeConfiguration } from '../configurations/change';
import { putAttribute } from '../attributes/put';
import { createFlag } from '../flags/create';
import { createTestServices, race, refusal, type TestRole, type TestServices } from '../testing';
import { getSubject } from './get';
import { getSubjectFlags } from './get-flags';
import { identifySubject } from './identify';
import { listSubjects } from './list';
import type { SubjectView } from './types';
import { updateSubject } from './update';

let services: TestServices;
const environment = 'development';

beforeAll(async () => {
  services = await createTestServices();
  await putAttribute(services.as('admin'), { name: 'plan', type: 'string', trusted: true });
});
afterAll(() => services.close());

const identify = (targetingKey: string, said: object = {}, isTrusted = true): Promise<SubjectView> =>
  identifySubject(services.as('developer'), { environment, targetingKey, isTrusted, ...said });
const patch = (targetingKey: string, said: object, role: TestRole = 'developer') =>
  updateSubject(services.as(role), { environment, targetingKey, ...said });
const profileNumber = async (): Promise<number> =>
  (await services.db.environment.findFirstOrThrow({ where: { key: environment } })).profileNumber;

describe('identifying', () => {
  it('stores what is said, adds to it later, and takes away what is null', async () => {
    const first = await identify('u1', {
      attributes: { email: 'a@example.com', age: 4 },
      role: 'employee',
      tenant: 'acme',
    });
    expect(first).toMatchObject({
      targetingKey: 'u1',
      attributes: { email: 'a@example.com', age: 4 },
      role: 'employee',
      tenant: 'acme',
      joinedAt: services.now().toISOString(),
      stage: 'signup_complete',
      stageIndex: 0,
      version: 1,
    });
    expect(first.moves).toEqual([
      { from: null, to: 'signup_complete', at: services.now().toISOString(), why: { identify: true } },
    ]);
    const second = await identify('u1', { attributes: { age: null, city: 'Bonn' }, joinedAt: '2026-01-01T00:00:00Z' });
    expect(second).toMatchObject({
      attributes: { email: 'a@example.com', city: 'Bonn' },
      role: 'employee',
      joinedAt: '2026-01-01T00:00:00.000Z',
      version: 2,
    });
  });

  it('of the same things twice writes nothing', async () => {
    const said = { attributes: { a: { b: [1] } }, role: 'manager' };
    const first = await identify('same', said);
    const number = await profileNumber();
    expect(await identify('same', said)).toEqual(first);
    expect(await profileNumber()).toBe(number);
    expect(services.committed.length).toBeGreaterThan(0);
  });

  it('passes over reserved names, and prototype names are names like any other', async () => {
    const attributes = JSON.parse(
      '{"__proto__":"p","stage":"active","counters":{"x":9},"roleAtLeast":["admin"],"user.now":1,"tenant":"evil","ok":1}',
    );
    const { attributes: stored } = await identify('reserved', { attributes });
    expect(JSON.stringify(Object.entries(stored).sort())).toBe('[["__proto__","p"],["ok",1]]');
  });

  it('believes a proven client about itself, but not about trusted attributes, its role or when it joined', async () => {
    await identify('proven', { attributes: { plan: 'free' }, role: 'employee', joinedAt: '2026-02-01T00:00:00Z' });
    const said = {
      attributes: { plan: 'pro', 'user.plan': 'pro', color: 'red', role: 'admin' },
      role: 'admin',
      joinedAt: '2020-01-01T00:00:00Z',
    };
    expect(await identify('proven', said, false)).toMatchObject({
      attributes: { plan: 'free', color: 'red' },
      role: 'employee',
      joinedAt: '2026-02-01T00:00:00.000Z',
    });
  });

  it('refuses too many attributes, too large ones and what cannot be stored', async () => {
    const many = (count: number, prefix: string) =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`${prefix}${index}`, index]));
    expect((await refusal(identify('many', { attributes: many(10_000, 'a') }))).at).toEqual([
      'attributes:context_attributes',
    ]);
    await identify('many', { attributes: many(400, 'a') });
    expect(await refusal(identify('many', { attributes: many(400, 'b') }))).toMatchObject({
      kind: 'refused',
      code: 'attributes_limit',
    });
    for (const attributes of [{ a: 'x'.repeat(5_000) }, { a: '\0' }, { a: '\ud800' }, [], 'a', null, { '': 1 }]) {
      expect((await refusal(identify('bad', { attributes }))).kind).toBe('invalid');
    }
    for (const targetingKey of ['', '\0', 'x'.repeat(513), 5]) {
      expect((await refusal(identify('x', { targetingKey }))).kind).toBe('invalid');
    }
    for (const said of [
      { role: 5 },
      { tenant: '' },
      { joinedAt: 'yesterday' },
      { stage: 'active' },
      { counters: { a: 1 } },
    ]) {
      expect((await refusal(identify('bad', said))).kind, JSON.stringify(said)).toBe('invalid');
    }
  });

  it('of one subject by many at once loses nothing', async () => {
    const said = (index: number) => ({ attributes: { [`by${index}`]: index } });
    expect(await race(10, (index) => identify('raced', said(index)))).toEqual({ done: 10 });
    const { attributes, version } = await getSubject(services.as('viewer'), { environment, targetingKey: 'raced' });
    expect([Object.keys(attributes).length, version]).toEqual([10, 10]);
  });

  it('is for those who may edit subjects there, and says nothing to strangers', async () => {
    const as = (role: TestRole, where = environment) =>
      refusal(identifySubject(services.as(role), { environment: where, targetingKey: 'u', isTrusted: true }));
    expect((await as('viewer')).kind).toBe('forbidden');
    expect((await as('developer', 'production')).kind).toBe('forbidden');
    expect((await as('stranger')).kind).toBe('not_found');
    expect((await as('admin', 'nowhere')).kind).toBe('not_found');
  });
});

describe('changing by hand', () => {
  it('sets what is named, moves the subject on, and is audited', async () => {
    const { version } = await identify('by-hand', { attributes: { a: 1 } });
    const changed = await patch('by-hand', {
      version,
      attributes: { b: 2 },
      counters: { 'report.opened': 5 },
      tenant: 'acme',
    });
    expect(changed).toMatchObject({
      attributes: { a: 1, b: 2 },
      counters: { 'report.opened': 5 },
      tenant: 'acme',
      version: version + 1,
    });
    const entry = await services.db.auditEntry.findFirstOrThrow({
      where: { action: 'subject.update' },
      orderBy: { seq: 'desc' },
    });
    expect(entry.detail).toContain('"report.opened":5');
  });

  it('refuses an old version, saying what is stored', async () => {
    const { version } = await identify('versions');
    await patch('versions', { version, role: 'admin' });
    const refused = await refusal(patch('versions', { version, role: 'employee' }));
    expect(refused).toMatchObject({ kind: 'conflict', current: { role: 'admin', version: version + 1 } });
    expect((await refusal(patch('versions', { role: 'employee' }))).code).toBe('version_required');
  });

  it.each([
    ['negative', { counters: { a: -1 } }],
    ['huge', { counters: { a: 1e300 } }],
    ['too large', { counters: { a: 1_000_000_001 } }],
    ['broken', { counters: { a: 1.5 } }],
    ['not a number', { counters: { a: '1' } }],
    ['of a name that no event has', { counters: { 'a b': 1 } }],
    ['no object', { counters: [1] }],
  ])('refuses counters that are %s', async (_, said) => {
    await identify('counters');
    expect((await refusal(patch('counters', { version: 1, ...said }))).kind).toBe('invalid');
  });

  it('says that a name is reserved', async () => {
    await identify('names');
    for (const name of ['stage', 'user.stage', 'counters.x', 'roleAtLeast', 'now', 'tenantInfo', 'targetingKey']) {
      const refused = await refusal(patch('names', { version: 1, attributes: { [name]: 1 } }));
      expect(refused, name).toMatchObject({ kind: 'refused', code: 'attribute_reserved' });
    }
  });

  it('is for those who may; an unknown subject and a foreign project are not found', async () => {
    await identify('whose');
    expect((await refusal(patch('whose', { version: 1 }, 'viewer'))).kind).toBe('forbidden');
    expect((await refusal(patch('whose', { version: 1 }, 'stranger'))).kind).toBe('not_found');
    expect((await refusal(patch('nobody', { version: 1 }))).kind).toBe('not_found');
  });
});

describe('reading', () => {
  it('lists by key in pages, and finds by key, e-mail address and name', async () => {
    for (const index of [3, 1, 2])
      await identify(`list/${index} %_`, { attributes: { email: `Person${index}@example.com` }, tenant: 'listed' });
    const all = { environment, tenant: 'listed' };
    const first = await listSubjects(services.as('viewer'), { ...all, limit: 2 });
    expect(first).toMatchObject({ total: 3, items: [{ targetingKey: 'list/1 %_' }, { targetingKey: 'list/2 %_' }] });
    const rest = await listSubjects(services.as('viewer'), { ...all, limit: 2, cursor: first.nextCursor });
    expect(rest).toMatchObject({ nextCursor: null, items: [{ targetingKey: 'list/3 %_', tenant: 'listed' }] });
    for (const [q, count] of [
      ['person2@', 1],
      ['3 %_', 1],
      ['%', 3],
      ['nobody', 0],
    ] as const) {
      expect((await listSubjects(services.as('viewer'), { ...all, q })).total, q).toBe(count);
    }
    expect((await listSubjects(services.as('viewer'), { environment: 'staging' })).total).toBe(0);
    expect((await refusal(listSubjects(services.as('stranger'), { environment }))).kind).toBe('not_found');
    expect((await refusal(listSubjects(services.as('viewer'), { environment, cursor: 'x' }))).code).toBe(
      'invalid_cursor',
    );
  });

  it('says every flag with its value, reason and trace, by profile, progress and tenant', async () => {
    const rule = (conditions: object[]) => ({
      kind: 'addRule',
      rule: { name: 'r', operator: 'AND', conditions, serve: { variant: 'on' } },
    });
    const flags = {
      'by-attribute': [{ attribute: 'city', operator: 'equals', value: 'Bonn' }],
      'by-count': [{ attribute: 'counters.report', operator: 'greaterOrEqual', value: 3 }],
      'by-role': [{ attribute: 'roleAtLeast', operator: 'contains', value: 'manager' }],
      'by-day': [{ attribute: 'daysSinceJoined', operator: 'greaterOrEqual', value: 7 }],
    };
    for (const [key, conditions] of Object.entries(flags)) {
      await createFlag(services.as('admin'), { key, name: key, type: 'boolean' });
      await changeConfiguration(services.as('admin'), {
        flag: key,
        environment,
        version: 1,
        instructions: [{ kind: 'setDefault', default: { variant: 'off' } }, { kind: 'turnOn' }, rule(conditions)],
      });
    }
    await identify('seen', { attributes: { city: 'Bonn' }, role: 'admin', joinedAt: '2026-02-23T09:00:00Z' });
    await patch('seen', { version: 1, counters: { report: 2 } });
    const read = async () => {
      const { items } = await getSubjectFlags(services.as('viewer'), { environment, targetingKey: 'seen' });
      return Object.fromEntries(items.map(({ key, value }) => [key, value]));
    };
    expect(await read()).toEqual({ 'by-attribute': true, 'by-count': false, 'by-role': true, 'by-day': true });
    await patch('seen', { version: 2, counters: { report: 3 }, role: 'employee' });
    expect(await read()).toEqual({ 'by-attribute': true, 'by-count': true, 'by-role': false, 'by-day': true });
    const { items, context } = await getSubjectFlags(services.as('viewer'), { environment, targetingKey: 'seen' });
    expect(items[0]).toMatchObject({
      key: 'by-attribute',
      name: 'by-attribute',
      reason: 'TARGETING_MATCH',
      cause: 'rule',
    });
    expect(items[0]?.trace.at(-2)).toMatchObject({ step: 'rule', verdict: 'answered' });
    expect(context).toMatchObject({ targetingKey: 'seen', city: 'Bonn', role: 'employee' });
    expect((await refusal(getSubjectFlags(services.as('viewer'), { environment, targetingKey: 'nobody' }))).kind).toBe(
      'not_found',
    );
    expect((await refusal(getSubjectFlags(services.as('stranger'), { environment, targetingKey: 'seen' }))).kind).toBe(
      'not_found',
    );
  });
});
