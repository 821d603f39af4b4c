import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makeSubjectProof, readSubjectProof } from '@/lib/auth/subject-proof';
import { putAttribute } from '@/lib/services/attributes/put';
import { updateEnvironment } from '@/lib/services/environments/update';
import { getEnvironment } from '@/lib/services/environments/get';
import { eraseSubject } from '@/lib/services/subjects/erase';
import { identifySubject } from '@/lib/services/subjects/identify';
import { updateSubject } from '@/lib/services/subjects/update';
import type { ProfileSource } from './profile-cache';
import { createTestDelivery, ENVIRONMENT, type TestDelivery } from './testing/create-test-delivery';

let t: TestDelivery;
let reads: string[][] = [];
let hold: Promise<void> = Promise.resolve();
let isDown = false;

const watched = (stored: ProfileSource): ProfileSource => ({
  ...stored,
  async read(wanted) {
    reads.push(wanted.map(({ key }) => key));
    await hold;
    if (isDown) throw new Error('no database');
    return stored.read(wanted);
  },
});
const rule = (attribute: string, operator: string, value: unknown): object => ({
  kind: 'addRule',
  rule: { name: 'r', operator: 'AND', conditions: [{ attribute, operator, value }], serve: { variant: 'on' } },
});
const identify = (targetingKey: string, said: object = {}) =>
  identifySubject(t.admin(), { environment: ENVIRONMENT, targetingKey, isTrusted: true, ...said });
const tokenFor = (targetingKey: string, more: { tenant?: string | null; expiresAt?: number; secret?: string } = {}) =>
  makeSubjectProof(more.secret ?? secret, {
    targetingKey,
    tenant: more.tenant ?? null,
    expiresAt: more.expiresAt ?? t.services.now().getTime() / 1_000 + 60,
  });
let secret = '';

beforeAll(async () => {
  t = await createTestDelivery({
    source: watched,
    proofs: { read: (_, proof, now) => readSubjectProof(secret, proof, now) },
  });
  secret = 'the secret of the test';
  await putAttribute(t.admin(), { name: 'plan', type: 'string', trusted: true });
  const flags: Record<string, object> = {
    'by-plan': rule('plan', 'equals', 'pro'),
    'by-count': rule('counters.report', 'greaterOrEqual', 3),
    'by-country': rule('client.country', 'equals', 'DE'),
  };
  for (const [key, added] of Object.entries(flags)) {
    await t.makeFlag({ key });
    await t.change(key, [{ kind: 'setDefault', default: { variant: 'off' } }, { kind: 'turnOn' }, added]);
  }
  await t.makeFlag({ key: 'plain' });
});
afterAll(() => t.close());
afterEach(() => {
  reads = [];
  hold = Promise.resolve();
  isDown = false;
});

type Ask = Parameters<TestDelivery['ask']>[1];
const valuesOf = (json: unknown): Record<string, unknown> => {
  if (typeof json !== 'object' || json === null || !('flags' in json)) throw new Error('no flags');
  const flags = json.flags as Record<string, { value: unknown; metadata?: unknown }>;
  return Object.fromEntries(
    Object.entries(flags).map(([key, { value, metadata }]) => [key, metadata ? [value, metadata] : value]),
  );
};
const all = async (context: object, ask: Ask = {}) =>
  valuesOf((await t.askLater('/api/flags', { body: { context }, ...ask })).json);
const NONE = { 'by-plan': false, 'by-count': false, 'by-country': false, plain: false };

describe('an environment without subjects', () => {
  it('never asks the database', () => {
    expect(valuesOf(t.ask('/api/flags', { body: { context: { targetingKey: 'u1' } } }).json)).toEqual(NONE);
    expect(reads).toEqual([]);
  });
});

describe('stored profiles', () => {
  beforeAll(async () => {
    await identify('u1', { attributes: { plan: 'pro' } });
    await updateSubject(t.admin(), {
      environment: ENVIRONMENT,
      targetingKey: 'u1',
      version: 1,
      counters: { report: 3 },
    });
  });

  it('are read once and then answered from memory, at once', async () => {
    const context = { targetingKey: 'u1' };
    expect(await all(context)).toEqual({ ...NONE, 'by-plan': true, 'by-count': true });
    expect(reads).toEqual([['u1']]);
    expect(valuesOf(t.ask('/api/flags', { body: { context } }).json)).toEqual({
      ...NONE,
      'by-plan': true,
      'by-count': true,
    });
    expect(t.ask('/api/flags/by-count?targetingKey=u1').json).toMatchObject({ value: true });
    expect(t.ask('/ofrep/v1/evaluate/flags/by-plan', { body: { context } }).json).toMatchObject({ value: true });
    const explained = t.ask('/api/flags/by-plan?targetingKey=u1&explain=1').json;
    expect(JSON.stringify(explained)).toContain('"actual":"pro"');
    expect(reads).toEqual([['u1']]);
  });

  it('lie under what a server says', async () => {
    expect(await all({ targetingKey: 'u1', plan: 'free', stage: 'x', counters: { report: 0 } })).toMatchObject({
      'by-plan': false,
      'by-count': true,
    });
  });

  it('are not asked for when no flag asked for reads them, or the context says all', async () => {
    expect(t.ask('/api/flags?keys=plain&targetingKey=cold').status).toBe(200);
    expect(t.ask('/api/flags?keys=by-plan&targetingKey=cold&plan=pro').json).toMatchObject({
      flags: { 'by-plan': { value: true } },
    });
    const context = { targetingKey: 'cold', client: { country: 'DE' } };
    expect(t.ask('/api/flags/by-country', { body: { context } }).json).toMatchObject({ value: true });
    expect(t.ask('/api/flags', { body: { context: { plan: 'pro' } } }).status).toBe(200);
    expect(t.ask('/api/flags', { body: { context: { targetingKey: 'nul\0' } } }).status).toBe(200);
    expect(reads).toEqual([]);
  });

  it('of many subjects at once are one query, and unknown ones are remembered too', async () => {
    const keys = Array.from({ length: 50 }, (_, index) => `crowd-${index}`);
    await Promise.all([...keys, ...keys].map((targetingKey) => all({ targetingKey })));
    expect(reads).toEqual([keys]);
    for (const targetingKey of keys) expect(t.ask(`/api/flags?targetingKey=${targetingKey}`).status).toBe(200);
    expect(reads).toHaveLength(1);
  });

  it('change at once here, and with the next version check elsewhere', async () => {
    await all({ targetingKey: 'moving' });
    await identify('moving', { attributes: { plan: 'pro' } });
    expect(await all({ targetingKey: 'moving' })).toMatchObject({ 'by-plan': true });
    await identify('moving', { attributes: { plan: 'free' } });
    expect(await all({ targetingKey: 'moving' })).toMatchObject({ 'by-plan': false });
    // Only what changed was dropped.
    expect(valuesOf(t.ask('/api/flags?targetingKey=u1').json)).toMatchObject({ 'by-plan': true });
  });

  it('that were erased are forgotten', async () => {
    await identify('leaving', { attributes: { plan: 'pro' } });
    expect(await all({ targetingKey: 'leaving' })).toMatchObject({ 'by-plan': true });
    await eraseSubject(t.admin(), { environment: ENVIRONMENT, targetingKey: 'leaving', version: 1 });
    expect(await all({ targetingKey: 'leaving' })).toEqual(NONE);
  });

  it('that changed while they were read are not kept as they were', async () => {
    let release = (): void => {};
    hold = new Promise((resolve) => {
      release = resolve;
    });
    const early = all({ targetingKey: 'overtaken' });
    await expect.poll(() => reads.length).toBe(1);
    await identify('overtaken', { attributes: { plan: 'pro' } });
    release();
    await early;
    hold = Promise.resolve();
    expect(await all({ targetingKey: 'overtaken' })).toMatchObject({ 'by-plan': true });
    expect(reads.length).toBeGreaterThanOrEqual(2);
  });
});

describe('a database that is away', () => {
  const UNAVAILABLE = { profile: 'unavailable' };

  it('leaves flags that need a profile to the caller’s context, says so, and counts them', async () => {
    await all({ targetingKey: 'u1' });
    isDown = true;
    const before = t.profiles.state().unavailable;
    const context = { targetingKey: 'not-read', plan: 'pro' };
    expect(await all(context)).toEqual({
      'by-plan': true,
      'by-count': [false, UNAVAILABLE],
      'by-country': [false, UNAVAILABLE],
      plain: false,
    });
    expect(t.profiles.state().unavailable).toBe(before + 2);
    const ofrep = await t.askLater('/ofrep/v1/evaluate/flags', { body: { context } });
    expect(ofrep.json).toMatchObject({
      flags: [{ key: 'by-count', metadata: UNAVAILABLE }, { key: 'by-country' }, { key: 'by-plan' }, { key: 'plain' }],
    });
    expect(JSON.stringify(ofrep.json).match(/unavailable/g)).toHaveLength(2);
    // Those in memory are answered on.
    expect(valuesOf(t.ask('/api/flags?targetingKey=u1').json)).toMatchObject({ 'by-plan': true, 'by-count': true });
  });

  it('and hangs is waited for no longer than 50 ms', async () => {
    let release = (): void => {};
    hold = new Promise((resolve) => {
      release = resolve;
    });
    const begun = performance.now();
    expect(await all({ targetingKey: 'hanging' })).toMatchObject({ 'by-count': [false, UNAVAILABLE] });
    const took = performance.now() - begun;
    expect(took).toBeGreaterThan(45);
    expect(took).toBeLessThan(500);
    release();
    await expect.poll(() => t.profiles.find(environmentId(), 'hanging')).toBeNull();
  });
});

const environmentId = (): string => t.store.all().find(({ key }) => key === ENVIRONMENT)?.id ?? '';

describe('a client key', () => {
  const client = (): Ask => ({ key: t.clientKey });
  const proven = (proof: string): Ask => ({ key: t.clientKey, headers: { 'x-flagstaff-subject': proof } });

  it('alone gets nothing that is stored, and is not believed about trusted or reserved attributes', () => {
    const context = {
      targetingKey: 'u1',
      plan: 'pro',
      'user.plan': 'pro',
      counters: { report: 9 },
      client: { country: 'DE' },
    };
    const { json } = t.ask('/api/flags', { ...client(), body: { context } });
    expect(valuesOf(json)).toEqual({ ...NONE, 'by-country': true });
    expect(t.ask('/api/flags?targetingKey=u1&plan=pro&counters.report=9', client()).json).toMatchObject({
      flags: { 'by-plan': { value: false }, 'by-count': { value: false } },
    });
    expect(reads).toEqual([]);
  });

  it('with a proof gets the profile, and still is not believed about trusted attributes', async () => {
    expect(await all({ targetingKey: 'u1' }, proven(tokenFor('u1')))).toMatchObject({
      'by-plan': true,
      'by-count': true,
    });
    expect(await all({}, proven(tokenFor('u1')))).toMatchObject({ 'by-plan': true, 'by-count': true });
    expect(await all({ plan: 'free' }, proven(tokenFor('u1')))).toMatchObject({ 'by-plan': true });
    expect(await all({ plan: 'pro' }, proven(tokenFor('u2')))).toMatchObject({ 'by-plan': false });
  });

  it.each([
    ['about another subject', () => tokenFor('u2'), 'proof_mismatch'],
    ['about another tenant', () => tokenFor('u1', { tenant: 'globex' }), 'proof_mismatch'],
    ['about no tenant', () => tokenFor('u1'), 'proof_mismatch'],
    ['that has expired', () => tokenFor('u1', { tenant: 'acme', expiresAt: 1 }), 'proof_expired'],
    ['of another environment', () => tokenFor('u1', { tenant: 'acme', secret: 'other' }), 'proof_invalid'],
    ['that is none', () => 'x.y', 'proof_invalid'],
    ['that is empty', () => '', 'proof_invalid'],
  ])('with a proof %s is refused', async (_, proof, code) => {
    const body = { context: { targetingKey: 'u1', tenant: 'acme' } };
    for (const path of ['/api/flags', '/api/flags/by-plan', '/ofrep/v1/evaluate/flags']) {
      const answer = await t.askLater(path, { ...proven(proof()), body });
      expect([answer.status, answer.json]).toMatchObject([401, { errorCode: 'GENERAL', code }]);
    }
  });

  it('needs a proof where the environment says so', async () => {
    const set = async (requireProof: boolean) => {
      const { version } = await getEnvironment(t.admin(), { key: ENVIRONMENT });
      await updateEnvironment(t.admin(), { key: ENVIRONMENT, version, requireProof });
    };
    await set(true);
    const refused = t.ask('/api/flags?targetingKey=u1', client());
    expect([refused.status, refused.json]).toMatchObject([401, { errorCode: 'GENERAL', code: 'proof_required' }]);
    expect((await t.askLater('/api/flags?targetingKey=u1', proven(tokenFor('u1')))).status).toBe(200);
    expect(t.ask('/api/flags?targetingKey=u1').status).toBe(200);
    await set(false);
    expect(t.ask('/api/flags?targetingKey=u1', client()).status).toBe(200);
  });
});
