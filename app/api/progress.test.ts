import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeSubjectProof } from '@/lib/auth/subject-proof';
import type { HttpMethod } from './testing/routes-on-disk';
import { createWorld, type World } from './testing/world';

let world: World;
let server = '';
let client = '';
let production = { id: '', secret: '' };
let count = 0;
let subject = '';
const JOINED = '2026-03-02T09:00:00.000Z';
const STAGES = ['signup_complete', 'email_verified', 'profile_setup', 'active'];

async function keyOf(kind: 'client' | 'server', environment = 'production'): Promise<string> {
  const made = await world.make('POST', '/api/admin/projects/default/keys', { kind, name: kind, environment });
  return String(made.key);
}
const ask = (method: HttpMethod, of: string, headers: Record<string, string>, body?: unknown) => {
  const query = of === '' ? '' : `?targetingKey=${encodeURIComponent(of)}`;
  return world.call(method, `/api/user/progress${query}`, { as: 'anonymous', headers, body });
};
const withServerKey = () => ({ authorization: `Bearer ${server}` });
const withProof = (of: string, expiresAt = 4_000_000_000) => ({
  authorization: `Bearer ${client}`,
  'x-flagstaff-subject': makeSubjectProof(production.secret, { targetingKey: of, tenant: null, expiresAt }),
});
const codeOf = ({ json }: { json: unknown }) =>
  typeof json === 'object' && json !== null && 'error' in json ? json.error : json;

beforeAll(async () => {
  world = await createWorld();
  [server, client] = [await keyOf('server'), await keyOf('client')];
  const { prisma } = await world.runtime.database();
  const where = { key: 'production', project: { key: 'default' } };
  const { id, signingSecret } = await prisma.environment.findFirstOrThrow({ where });
  production = { id, secret: world.runtime.secrets.decrypt(signingSecret) };
});
beforeEach(async () => {
  count += 1;
  subject = `u${count}@example.com`;
  const { prisma } = await world.runtime.database();
  await prisma.subject.create({
    data: {
      environmentId: production.id,
      key: subject,
      attributes: {},
      counters: { report: 2 },
      number: 1,
      stage: 'signup_complete',
      stageAt: JOINED,
      joinedAt: JOINED,
      createdAt: JOINED,
      updatedAt: JOINED,
    },
  });
});
afterAll(() => world.close());

describe('progress', () => {
  it('is read and moved on with a server key', async () => {
    const read = await ask('GET', subject, withServerKey());
    expect([read.status, read.json]).toEqual([
      200,
      {
        stage: 'signup_complete',
        stageIndex: 0,
        stages: STAGES,
        counters: { report: 2 },
        unlocked: [],
        updatedAt: JOINED,
      },
    ]);
    const moved = await ask('PATCH', subject, withServerKey(), { advance: true });
    expect([moved.status, moved.json]).toMatchObject([200, { stage: 'email_verified', stageIndex: 1 }]);
    const named = await ask('PATCH', subject, withServerKey(), { stage: 'active' });
    expect([named.status, named.json]).toMatchObject([200, { stage: 'active', stageIndex: 3 }]);
    expect((await ask('GET', subject, withServerKey())).json).toEqual(named.json);
  });

  it('is a subject’s own with a client key and a proof', async () => {
    expect((await ask('GET', subject, withProof(subject))).json).toMatchObject({ stage: 'signup_complete' });
    const moved = await ask('PATCH', subject, withProof(subject), { stage: 'profile_setup' });
    expect([moved.status, moved.json]).toMatchObject([200, { stage: 'profile_setup' }]);
  });

  it.each(['GET', 'PATCH'] as const)('is refused to others: %s', async (method) => {
    const body = method === 'PATCH' ? { advance: true } : undefined;
    const statusOf = async (of: string, headers: Record<string, string>) => {
      const answer = await ask(method, of, headers, body);
      return [answer.status, codeOf(answer)];
    };
    const refused = (code: string) => expect.objectContaining({ code });
    const bare = { authorization: `Bearer ${client}` };
    expect(await statusOf(subject, bare)).toEqual([403, refused('proof_needed')]);
    expect(await statusOf('', bare)).toEqual([403, refused('proof_needed')]);
    expect(await statusOf(subject, withProof('somebody-else'))).toEqual([403, refused('proof_mismatch')]);
    expect(await statusOf(subject, withProof(subject, 1))).toEqual([401, refused('proof_expired')]);
    expect(await statusOf(subject, { ...bare, 'x-flagstaff-subject': 'made.up' })).toEqual([
      401,
      refused('proof_invalid'),
    ]);
    expect(await statusOf(subject, {})).toEqual([401, refused('unauthenticated')]);
    expect(await statusOf(subject, world.credentials('token'))).toEqual([401, refused('unauthenticated')]);
    expect(await statusOf(subject, world.credentials('owner'))).toEqual([401, refused('unauthenticated')]);
    const elsewhere = { authorization: `Bearer ${await keyOf('server', 'staging')}` };
    expect(await statusOf(subject, elsewhere)).toEqual([404, refused('not_found')]);
    expect(await statusOf('nobody', withServerKey())).toEqual([404, refused('not_found')]);
    expect(await statusOf('nobody', withProof('nobody'))).toEqual([404, refused('not_found')]);
    expect((await statusOf('', withServerKey()))[0]).toBe(400);
    const { prisma } = await world.runtime.database();
    expect(await prisma.stageMove.count({ where: { subjectKey: subject } })).toBe(0);
  });

  it('goes on only, to what there is', async () => {
    const move = async (body: unknown) => {
      const answer = await ask('PATCH', subject, withServerKey(), body);
      return [answer.status, codeOf(answer)];
    };
    const refused = (code: string) => expect.objectContaining({ code });
    await move({ stage: 'profile_setup' });
    expect(await move({ stage: 'signup_complete' })).toEqual([422, refused('stage_behind')]);
    expect(await move({ stage: 'absent' })).toEqual([422, refused('stage_unknown')]);
    expect(await move({ advance: true, from: 'email_verified' })).toEqual([409, refused('stage_differs')]);
    expect((await move({ advance: true, from: 'profile_setup' }))[0]).toBe(200);
    expect(await move({ advance: true })).toEqual([422, refused('stage_last')]);
    for (const body of [{}, [], null, { advance: 1 }, { stage: 'active', environment: 'staging' }]) {
      expect((await move(body))[0]).toBe(400);
    }
  });

  it('of many at once each is one step, and the last stage is the end', async () => {
    const statuses = await Promise.all(
      Array.from({ length: 20 }, async () => (await ask('PATCH', subject, withServerKey(), { advance: true })).status),
    );
    expect(statuses.sort()).toEqual([
      ...Array.from({ length: 3 }, () => 200),
      ...Array.from({ length: 17 }, () => 422),
    ]);
    const { prisma } = await world.runtime.database();
    const moves = await prisma.stageMove.findMany({ where: { subjectKey: subject }, select: { to: true } });
    expect(moves.map(({ to }) => to).sort()).toEqual(['active', 'email_verified', 'profile_setup']);
  });

  it('is what rules read on the next fetch', async () => {
    const flag = `reports-${count}`;
    const base = '/api/admin/projects/default/flags';
    await world.make('POST', base, { key: flag, type: 'boolean' });
    const rule = { conditions: [{ attribute: 'stageIndex', operator: 'greaterOrEqual', value: 2 }] };
    await world.make('POST', `${base}/${flag}/environments/production/changes`, {
      version: 1,
      instructions: [
        { kind: 'turnOn' },
        { kind: 'setDefault', default: { variant: 'off' } },
        { kind: 'addRule', rule },
      ],
    });
    const fetched = async () => {
      const body = { context: { targetingKey: subject } };
      const { json } = await world.call('POST', `/api/flags/${flag}`, {
        as: 'anonymous',
        headers: withServerKey(),
        body,
      });
      return json;
    };
    expect(await fetched()).toMatchObject({ value: false, cause: 'default' });
    await ask('PATCH', subject, withServerKey(), { stage: 'email_verified' });
    expect(await fetched()).toMatchObject({ value: false, cause: 'default' });
    await ask('PATCH', subject, withServerKey(), { advance: true });
    expect(await fetched()).toMatchObject({ value: true, cause: 'rule' });
  });

  it('is reached by an application’s pages, and by no key in the address', async () => {
    const preflight = await world.call('OPTIONS', '/api/user/progress', { as: 'anonymous' });
    expect([preflight.status, preflight.headers.get('access-control-allow-methods')]).toEqual([
      204,
      'GET, PATCH, OPTIONS',
    ]);
    const origin = { ...withProof(subject), origin: 'https://app.example.com' };
    expect((await ask('GET', subject, origin)).headers.get('access-control-allow-origin')).toBe('*');
    const inAddress = await world.call('GET', `/api/user/progress?targetingKey=${subject}&key=${server}`, {
      as: 'anonymous',
      headers: withServerKey(),
    });
    expect(inAddress.status).toBe(401);
    expect((await ask('DELETE', subject, withServerKey())).status).toBe(405);
  });
});
