import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PREMIUM } from './testing/example-rules';
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

describe('what belongs to a project', () => {
  it('segments have content and members by environment', async () => {
    await world.make('POST', `${P}/segments`, { key: 'beta', name: 'Beta' });
    const path = `${P}/segments/beta?environment=production`;
    expect((await world.call('GET', `${P}/segments/beta`)).status).toBe(400);
    const empty = await world.make('GET', path);
    expect(empty).toMatchObject({ version: 1, memberCount: 0, conditions: [] });
    const conditions = [{ attribute: 'plan', operator: 'equals', value: 'pro' }];
    expect((await world.call('PUT', path, { body: { operator: 'AND', conditions } })).status).toBe(400);
    const { version } = await world.make('PUT', path, { version: 1, operator: 'AND', conditions });
    expect((await world.call('PUT', path, { body: { version: 1, operator: 'OR', conditions } })).status).toBe(409);
    const members = `${P}/segments/beta/members?environment=production`;
    expect(await world.make('POST', members, { subjects: ['u1', 'u2', 'u1'] })).toMatchObject({
      memberCount: 2,
      changed: 2,
    });
    expect(await world.make('DELETE', members, { subjects: ['u2'] })).toMatchObject({ memberCount: 1, changed: 1 });
    expect(await world.make('GET', members)).toMatchObject({ items: [{ subject: 'u1' }], total: 1 });
    expect(await world.make('GET', `${P}/segments/beta?environment=staging`)).toMatchObject({
      memberCount: 0,
      conditions: [],
    });
    const flag = configOf(await makeFlag('segmented'));
    await world.make('POST', `${flag}/rules`, { ...PREMIUM, conditions: [{ segment: 'beta' }] });
    const used = await world.call('DELETE', `${path}&version=${String(version)}`);
    expect([used.status, errorOf(used.json).code]).toEqual([422, 'segment_in_use']);
    expect(await world.make('GET', `${P}/segments/beta/usage`)).toMatchObject({
      items: [{ key: 'segmented', environment: 'production' }],
    });
  });

  it('keys show their secret once and open one project', async () => {
    const made = await world.make('POST', `${P}/keys`, { kind: 'admin', name: 'Robot', role: 'viewer' });
    expect(made.key).toMatch(/^fsa_/);
    const listed = await world.call('GET', `${P}/keys`);
    expect(listed.text).not.toContain(String(made.key));
    const headers = { authorization: `Bearer ${String(made.key)}` };
    const ask = (path: string) => world.call('GET', path, { as: 'anonymous', headers });
    expect((await ask(`${P}/flags`)).status).toBe(200);
    expect((await ask('/api/admin/projects/other/flags')).status).toBe(404);
    expect((await world.call('DELETE', `${P}/keys/${String(made.id)}`)).status).toBe(204);
    expect((await ask(`${P}/flags`)).status).toBe(401);
    for (const prefix of ['fsc_', 'fss_', 'fsa_']) {
      const unknown = await world.call('GET', `${P}/flags`, {
        as: 'anonymous',
        headers: { authorization: `Bearer ${prefix}unknown` },
      });
      expect(unknown.status).toBe(401);
    }
  });

  it('the audit tells of it and its chain holds', async () => {
    const made = await world.call('POST', `${P}/flags`, { as: 'editor', body: { key: 'audited', type: 'boolean' } });
    const list = await world.make('GET', `${P}/audit?flag=audited`);
    expect(list).toMatchObject({
      items: [
        {
          action: 'flag.create',
          flag: 'audited',
          actor: { name: 'editor@example.com' },
          requestId: made.headers.get('x-request-id'),
        },
      ],
    });
    expect(await world.make('GET', `${P}/audit/verify`)).toMatchObject({ ok: true });
    expect(await world.make('GET', '/api/admin/audit/verify')).toMatchObject({ ok: true });
  });

  it('users are invited, given roles, and the last administrator stays', async () => {
    const made = await world.make('POST', '/api/admin/users', {
      email: 'Ana@Example.com',
      name: 'Ana',
      role: 'viewer',
    });
    expect(made.inviteUrl).toMatch(/^http:\/\/localhost:3000\/invite\//);
    expect(
      (await world.call('POST', '/api/admin/users', { body: { email: 'ana@example.com', role: 'viewer' } })).status,
    ).toBe(409);
    const path = `/api/admin/users/${String(made.id)}/role`;
    expect((await world.call('PUT', path, { body: { role: 'editor' } })).status).toBe(400);
    expect(await world.make('PUT', path, { version: 1, role: 'editor' })).toMatchObject({
      assignments: [{ role: 'editor', project: null }],
    });
    // Who was invited only, as the others of this test are, administers nothing yet.
    const password = 'correct horse battery staple';
    const only = await world.make('POST', '/api/admin/users', { email: 'only@example.com', role: 'admin', password });
    expect(only).not.toHaveProperty('inviteUrl');
    const last = await world.call('POST', `/api/admin/users/${String(only.id)}/disable`);
    expect([last.status, errorOf(last.json).code]).toEqual([422, 'last_administrator']);
  });

  it('the clock moves, and back', async () => {
    expect(await world.make('POST', '/api/admin/clock', { now: '2030-01-01T00:00:00Z' })).toMatchObject({
      moved: true,
    });
    expect(world.runtime.now().getUTCFullYear()).toBe(2030);
    expect(await world.make('POST', '/api/admin/clock', { now: null })).toMatchObject({ moved: false });
    expect(world.runtime.now().getUTCFullYear()).toBeLessThan(2030);
  });
});
