import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { updateFlag } from '@/lib/services/flags/update';
import { createTestDelivery, ENVIRONMENT, POLL_MS, ruleFor, type TestDelivery } from './testing/create-test-delivery';

let t: TestDelivery;
const OFREP = '/ofrep/v1/evaluate/flags';
const CONTEXT = { targetingKey: 'u1', plan: 'free' };
const ADDRESSES = ['/api/flags', '/api/flags/tagged', OFREP, `${OFREP}/tagged`] as const;

const tags = (context: object = CONTEXT): string[] =>
  ADDRESSES.map((address) => t.ask(address, { body: { context } }).etag);
const changed = (before: string[], after: string[]): boolean[] => before.map((tag, i) => tag !== after[i]);
const ALL = [true, true, true, true];
const NONE = [false, false, false, false];

beforeAll(async () => {
  t = await createTestDelivery();
  await t.makeFlag({
    key: 'tagged',
    type: 'string',
    variants: [
      { key: 'a', value: 'first' },
      { key: 'b', value: 'second' },
    ],
  });
  await t.change('tagged', [
    { kind: 'turnOn' },
    { kind: 'addRule', rule: ruleFor('plan', 'pro', 'b') },
    {
      kind: 'addRule',
      rule: ruleFor('era', 'new', 'b', { id: 'timed', window: { startsAt: '2026-03-02T10:00:00Z' } }),
    },
  ]);
});
afterAll(() => t.close());

describe('the entity tag', () => {
  it('is the same for the same answer', () => {
    expect(tags()).toEqual(tags());
    expect(tags().every((tag) => /^"[0-9a-f]{32}"$/.test(tag))).toBe(true);
    expect(new Set(tags()).size).toBe(4);
  });

  it('changes with a value under the same variant', async () => {
    const before = tags();
    const { version } = await t.services.db.flag.findFirstOrThrow({ where: { key: 'tagged' } });
    const variants = [
      { key: 'a', value: 'changed' },
      { key: 'b', value: 'second' },
    ];
    await updateFlag(t.admin(), { key: 'tagged', version, variants });
    expect(changed(before, tags())).toEqual(ALL);
  });

  it('changes with the context where that changes the answer, and not otherwise', () => {
    expect(changed(tags(), tags({ ...CONTEXT, plan: 'pro' }))).toEqual(ALL);
    expect(changed(tags(), tags({ ...CONTEXT, color: 'red', targetingKey: 'u2' }))).toEqual(NONE);
  });

  it('changes when time changes the answer, and not before', () => {
    const context = { ...CONTEXT, era: 'new' };
    t.services.setNow('2026-03-02T09:59:59.999Z');
    const before = tags(context);
    t.services.setNow('2026-03-02T10:00:00Z');
    expect(changed(before, tags(context))).toEqual(ALL);
    expect(changed(tags(), tags())).toEqual(NONE);
    t.services.setNow('2026-03-02T09:00:00Z');
    expect(tags(context)).toEqual(before);
  });

  it('changes with metadata for OFREP, which shows it', async () => {
    const before = tags();
    const { version } = await t.services.db.flag.findFirstOrThrow({ where: { key: 'tagged' } });
    await updateFlag(t.admin(), { key: 'tagged', version, metadata: { owner: 'web' } });
    expect(changed(before, tags())).toEqual([false, false, true, true]);
  });

  it('of OFREP outlasts changes that nobody sees; of /api/flags it covers the version shown', async () => {
    const before = tags();
    await t.change('tagged', [{ kind: 'setRuleEnabled', id: 'rule-b', enabled: false }]);
    expect(changed(before, tags())).toEqual([true, true, false, false]);
    await t.change('tagged', [{ kind: 'setRuleEnabled', id: 'rule-b', enabled: true }]);
  });

  it('outlasts a change elsewhere, although the revision rises', async () => {
    await t.makeFlag({ key: 'other', clientVisible: false });
    const before = tags();
    const client = t.ask('/api/flags', { key: t.clientKey });
    await t.change('other', [{ kind: 'turnOn' }]);
    expect(changed(before, tags())).toEqual([true, false, true, false]);
    const after = t.ask('/api/flags', { key: t.clientKey });
    expect(after.etag).toBe(client.etag);
    expect(after.text).not.toBe(client.text);
  });

  it('changes with the keys asked for, not with their order', () => {
    const of = (keys: string) => t.ask(`/api/flags?keys=${keys}`).etag;
    expect(of('tagged,other')).toBe(of('other,tagged,other'));
    expect(of('tagged')).not.toBe(of('other'));
    expect(of('tagged')).not.toBe(of('tagged,other'));
    expect(of('nothing')).toBe(of(''));
  });

  it('changes when the answer becomes stale and when it no longer is', async () => {
    const before = tags();
    t.pass(3 * POLL_MS);
    expect(changed(before, tags())).toEqual(NONE);
    t.pass(1);
    expect(changed(before, tags())).toEqual(ALL);
    expect(t.ask('/api/flags').json).toMatchObject({ stale: true, environment: ENVIRONMENT });
    expect(t.ask('/api/flags/tagged').json).toMatchObject({ stale: true });
    const bulk = t.ask(OFREP, { body: { context: CONTEXT } });
    expect(bulk.json).toMatchObject({ metadata: { stale: true } });
    const single = t.ask(`${OFREP}/tagged`, { body: { context: CONTEXT } });
    expect(single.json).toMatchObject({ metadata: { owner: 'web', stale: true } });
    await t.store.refresh();
    expect(changed(before, tags())).toEqual(NONE);
    expect(t.ask('/api/flags').json).not.toHaveProperty('stale');
  });
});

describe('If-None-Match', () => {
  const ask = (header: string) =>
    t.ask(OFREP, {
      body: { context: CONTEXT },
      headers: { 'if-none-match': header, origin: 'https://shop.example' },
      key: t.clientKey,
    });

  it('that names the tag is answered 304, without a body, readable by pages', () => {
    const { etag } = ask('');
    for (const header of [etag, `W/${etag}`, `"x", ${etag}`, `"x" , W/${etag},"y"`, '*', ' * ']) {
      const { status, text, headers } = ask(header);
      expect({ header, status }).toEqual({ header, status: 304 });
      expect(text).toBeNull();
      expect(headers).toMatchObject({
        etag,
        vary: 'Authorization, Origin',
        'cache-control': 'private, no-store',
        'access-control-allow-origin': '*',
      });
      expect(headers).not.toHaveProperty('content-type');
    }
  });

  it('that does not is answered 200', () => {
    const bare = ask('').etag.slice(1, -1);
    for (const header of ['', '""', bare, '"x"', `"${bare}x"`, `"**"`]) expect(ask(header).status).toBe(200);
  });

  it('has no effect on errors', () => {
    expect(t.ask(`${OFREP}/nothing`, { body: { context: {} }, headers: { 'if-none-match': '*' } }).status).toBe(404);
  });
});
