import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSubjectProof } from '@/lib/auth/subject-proof';
import { createWorld, type World } from './testing/world';

let world: World;
let serverKey = '';
let clientKey = '';
let secret = '';
const PROJECT = '/api/admin/projects/default';
const NOW = Date.now();

beforeAll(async () => {
  world = await createWorld();
  const make = (kind: string, more: object = {}) =>
    world.make('POST', `${PROJECT}/keys`, { kind, name: kind, environment: 'development', ...more });
  serverKey = String((await make('server')).key);
  clientKey = String((await make('client', { origins: ['https://app.example.com'] })).key);
  secret = String((await world.make('POST', `${PROJECT}/environments/development/signing-secret`, {})).signingSecret);
  const onboarding = await world.make('GET', `${PROJECT}/onboarding`);
  const milestone = {
    key: 'power_user',
    name: 'Power user',
    operator: 'AND',
    conditions: [{ attribute: 'counters.report.opened', operator: 'greaterOrEqual', value: 3 }],
    stage: 'active',
  };
  await world.make('PUT', `${PROJECT}/onboarding`, { ...onboarding, milestones: [milestone] });
});
afterAll(() => world.close());

interface How {
  key?: string;
  proof?: string;
  origin?: string;
  raw?: BodyInit;
}
const post = (path: string, body: unknown, { key = serverKey, proof, origin, raw }: How = {}) =>
  world.call('POST', path, {
    as: 'anonymous',
    ...(raw === undefined ? { body } : { raw }),
    headers: {
      authorization: `Bearer ${key}`,
      'content-type': 'application/json',
      ...(proof === undefined ? {} : { 'x-flagstaff-subject': proof }),
      ...(origin === undefined ? {} : { origin }),
    },
  });
const proofOf = (targetingKey: string, tenant: string | null = null, seconds = 3_600) =>
  makeSubjectProof(secret, { targetingKey, tenant, expiresAt: NOW / 1_000 + seconds });
const subjectOf = async (targetingKey: string) =>
  (
    await world.call('GET', `${PROJECT}/subjects/${encodeURIComponent(targetingKey)}?environment=development`, {
      as: 'token',
    })
  ).json as Record<string, unknown> & { counters: Record<string, number>; stage: string };
const codeOf = ({ status, json }: { status: number; json: unknown }) => [
  status,
  (json as { error?: { code: string } }).error?.code,
];
let ids = 0;
const track = (event: unknown, context: unknown, more: object = {}) => ({
  id: `e-${(ids += 1)}`,
  type: 'track',
  event,
  context,
  ...more,
});

describe('identify', () => {
  it('stores what a server says, of any targeting key', async () => {
    const key = 'a/b?c=%20 ü#';
    const answer = await post('/api/identify', {
      targetingKey: key,
      attributes: { plan: 'pro' },
      role: 'manager',
      joinedAt: '2026-01-01T00:00:00Z',
    });
    expect([answer.status, answer.json]).toMatchObject([
      200,
      { targetingKey: key, role: 'manager', joinedAt: '2026-01-01T00:00:00.000Z' },
    ]);
    expect(await subjectOf(key)).toMatchObject({ attributes: { plan: 'pro' }, environment: 'development' });
  });

  it('takes of a client only what it has proven', async () => {
    const asClient = (body: object, proof?: string) => post('/api/identify', body, { key: clientKey, proof });
    expect(codeOf(await asClient({ targetingKey: 'c1' }))).toEqual([403, 'proof_needed']);
    expect(codeOf(await asClient({ targetingKey: 'c1' }, proofOf('c2')))).toEqual([403, 'proof_mismatch']);
    expect(codeOf(await asClient({ targetingKey: 'c1', tenant: 'globex' }, proofOf('c1', 'acme')))).toEqual([
      403,
      'proof_mismatch',
    ]);
    expect(codeOf(await asClient({ targetingKey: 'c1', tenant: null }, proofOf('c1', 'acme')))).toEqual([
      403,
      'proof_mismatch',
    ]);
    expect(codeOf(await asClient({ targetingKey: 'c1' }, proofOf('c1', null, -1)))).toEqual([401, 'proof_expired']);
    expect(codeOf(await asClient({ targetingKey: 'c1' }, 'forged.proof'))).toEqual([401, 'proof_invalid']);
    const answer = await asClient(
      { targetingKey: 'c1', attributes: { color: 'red' }, role: 'admin', joinedAt: '2020-01-01T00:00:00Z' },
      proofOf('c1', 'acme'),
    );
    expect([answer.status, answer.json]).toMatchObject([
      200,
      { attributes: { color: 'red' }, role: null, tenant: 'acme' },
    ]);
    expect((await subjectOf('c1')).joinedAt).not.toContain('2020');
  });

  it('refuses keys that are none, are elsewhere, or come from a foreign page', async () => {
    const body = { targetingKey: 'x' };
    expect(codeOf(await post('/api/identify', body, { key: 'fss_unknown-key-of-nobody' }))).toEqual([
      401,
      'unauthenticated',
    ]);
    expect(codeOf(await post(`/api/identify?k=${serverKey}`, body))).toEqual([401, 'key_in_query']);
    const foreign = await post('/api/identify', body, {
      key: clientKey,
      origin: 'https://evil.example.com',
      proof: proofOf('x'),
    });
    expect(codeOf(foreign)).toEqual([403, 'key_origin']);
    expect(foreign.headers.get('access-control-allow-origin')).toBeNull();
    const own = await post('/api/identify', body, {
      key: clientKey,
      origin: 'https://app.example.com',
      proof: proofOf('x'),
    });
    expect([own.status, own.headers.get('access-control-allow-origin')]).toEqual([200, 'https://app.example.com']);
    expect(codeOf(await world.call('GET', '/api/identify', { as: 'anonymous' }))).toEqual([405, 'method_not_allowed']);
    const preflight = await world.call('OPTIONS', '/api/identify', { as: 'anonymous' });
    expect([preflight.status, preflight.headers.get('access-control-allow-headers')]).toEqual([
      204,
      expect.stringContaining('X-Flagstaff-Subject'),
    ]);
  });

  it.each([
    ['no object', []],
    ['nobody', { attributes: {} }],
    ['an unknown field', { targetingKey: 'x', stage: 'active' }],
    [
      '10,000 attributes',
      {
        targetingKey: 'x',
        attributes: Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`a${index}`, 1])),
      },
    ],
    ['a role that is none', { targetingKey: 'x', role: 5 }],
  ])('answers 400 to %s', async (_, body) => {
    expect((await post('/api/identify', body)).status).toBe(400);
  });
});

describe('events', () => {
  it('are stored once for their id, and move counters, milestones and stages', async () => {
    const context = { targetingKey: 'worker', tenant: 'acme' };
    const three = [1, 2, 3].map(() => track('report.opened', context));
    const first = await post('/api/events', { events: [...three.slice(0, 2), three[0]] });
    expect([first.status, first.json]).toEqual([202, { accepted: 2, duplicate: 1, rejected: [] }]);
    expect(await subjectOf('worker')).toMatchObject({
      counters: { 'report.opened': 2 },
      stage: 'signup_complete',
      tenant: 'acme',
    });
    const again = await post('/api/events', { events: three });
    expect(again.json).toEqual({ accepted: 1, duplicate: 2, rejected: [] });
    expect(await subjectOf('worker')).toMatchObject({
      counters: { 'report.opened': 3 },
      stage: 'active',
      milestones: [{ key: 'power_user', why: { event: 'report.opened' } }],
    });
    expect((await post('/api/events', { events: three })).json).toEqual({ accepted: 0, duplicate: 3, rejected: [] });
  });

  it('of one id by many at once count once', async () => {
    const one = track('raced', { targetingKey: 'racer' });
    const answers = await Promise.all(Array.from({ length: 8 }, () => post('/api/events', { events: [one] })));
    const accepted = answers.map(({ json }) => (json as { accepted: number }).accepted);
    expect(accepted.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect((await subjectOf('racer')).counters).toEqual({ raced: 1 });
  });

  it('are looked at one by one', async () => {
    const context = { targetingKey: 'careful' };
    const at = (ms: number) => ({ timestamp: new Date(NOW + ms).toISOString() });
    const rows: [unknown, string | null][] = [
      [track('fine', context), null],
      [
        { id: 'x-1', type: 'exposure', flag: 'a', variant: 'on', context, timestamp: new Date(NOW).toISOString() },
        null,
      ],
      [null, 'invalid_event'],
      [{ ...track('a', context), id: '' }, 'invalid_id'],
      [{ ...track('a', context), id: 5 }, 'invalid_id'],
      [{ ...track('a', context), type: 'click' }, 'invalid_type'],
      [track('not a name', context), 'invalid_name'],
      [track('x'.repeat(101), context), 'invalid_name'],
      [track('a', context, { value: '5' }), 'invalid_value'],
      [track('a', []), 'invalid_context'],
      [track('a', { targetingKey: 'x'.repeat(513) }), 'invalid_context'],
      [track('a', Object.fromEntries(Array.from({ length: 501 }, (_, index) => [`a${index}`, 1]))), 'invalid_context'],
      [track('a', context, { timestamp: 'yesterday' }), 'invalid_timestamp'],
      [track('a', context, at(25 * 3_600_000)), 'too_late'],
      [track('a', context, at(-31 * 86_400_000)), 'too_early'],
      [{ id: 'x-2', type: 'exposure', flag: '', variant: 'on', context }, 'invalid_flag'],
      [{ id: 'x-3', type: 'exposure', flag: 'a', context }, 'invalid_variant'],
      [track('__proto__', context), null],
      [track('nobody', {}), null],
      [track('late', context, at(23 * 3_600_000)), null],
      [track('old', context, at(-29 * 86_400_000)), null],
    ];
    const { status, json } = await post('/api/events', { events: rows.map(([event]) => event) });
    const rejected = rows.flatMap(([, code], index) => (code === null ? [] : [{ index, code }]));
    expect([status, json]).toEqual([202, { accepted: rows.length - rejected.length, duplicate: 0, rejected }]);
    const { counters } = await subjectOf('careful');
    expect(JSON.stringify(Object.entries(counters).sort())).toBe('[["__proto__",1],["fine",1],["late",1],["old",1]]');
  });

  it('of a client key move nothing without a proof, and with one only of whom it is about', async () => {
    const events = [track('clicked', { targetingKey: 'someone' })];
    expect((await post('/api/events', { events }, { key: clientKey })).json).toMatchObject({ accepted: 1 });
    const { status } = await world.call('GET', `${PROJECT}/subjects/someone?environment=development`, { as: 'token' });
    expect(status).toBe(404);
    const proven = [
      track('clicked', { targetingKey: 'someone' }),
      track('clicked', {}),
      track('clicked', { targetingKey: 'other' }),
    ];
    const answer = await post('/api/events', { events: proven }, { key: clientKey, proof: proofOf('someone') });
    expect(answer.json).toEqual({ accepted: 2, duplicate: 0, rejected: [{ index: 2, code: 'proof_mismatch' }] });
    expect((await subjectOf('someone')).counters).toEqual({ clicked: 2 });
    expect(
      codeOf(await post('/api/events', { events }, { key: clientKey, proof: proofOf('someone', null, -1) })),
    ).toEqual([401, 'proof_expired']);
  });

  it('are refused as a whole when they are too many, too large or no events', async () => {
    const many = Array.from({ length: 1_001 }, () => track('a', {}));
    expect((await post('/api/events', { events: many })).status).toBe(400);
    expect((await post('/api/events', { events: many.slice(1) })).json).toMatchObject({ accepted: 1_000 });
    expect((await post('/api/events', {})).status).toBe(400);
    expect((await post('/api/events', [])).status).toBe(400);
    expect((await post('/api/events', { events: [] })).json).toEqual({ accepted: 0, duplicate: 0, rejected: [] });
    expect((await post('/api/events', null, { raw: `{"events":"${'x'.repeat(1_100_000)}"}` })).status).toBe(413);
    expect((await post('/api/events', null, { raw: '{"events":[' })).status).toBe(400);
    expect((await post('/api/events', null, { raw: `${'['.repeat(100)}${']'.repeat(100)}` })).status).toBe(400);
  });

  it('of another environment’s key are that environment’s', async () => {
    const { key } = await world.make('POST', `${PROJECT}/keys`, {
      kind: 'server',
      name: 'Staging',
      environment: 'staging',
    });
    await post('/api/events', { events: [track('there', { targetingKey: 'worker' })] }, { key: String(key) });
    expect((await subjectOf('worker')).counters).toEqual({ 'report.opened': 3 });
  });
});

describe('a signing secret', () => {
  it('that was renewed makes proofs of the one before worthless', async () => {
    const before = proofOf('renewing');
    const body = { targetingKey: 'renewing' };
    expect((await post('/api/identify', body, { key: clientKey, proof: before })).status).toBe(200);
    secret = String((await world.make('POST', `${PROJECT}/environments/development/signing-secret`, {})).signingSecret);
    expect(codeOf(await post('/api/identify', body, { key: clientKey, proof: before }))).toEqual([
      401,
      'proof_invalid',
    ]);
    expect((await post('/api/identify', body, { key: clientKey, proof: proofOf('renewing') })).status).toBe(200);
  });
});
