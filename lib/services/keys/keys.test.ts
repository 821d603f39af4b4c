import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashSecret } from '../secrets';
import { createTestServices, refusal, type TestServices } from '../testing';
import { createRole } from '../roles/create';
import { grantsOf } from '../users/grants';
import { createApiKey } from './create';
import { ensureAdminToken } from './ensure-admin-token';
import { ensureKeys } from './ensure-keys';
import { listApiKeys } from './list';
import { revokeApiKey } from './revoke';
import { touchKeys } from './touch';

let services: TestServices;
let admin: ReturnType<TestServices['as']>;
const openItems = () => services.db.item.findMany({ where: { kind: 'apiKey', toNumber: null } });

beforeAll(async () => {
  services = await createTestServices();
  admin = services.as('admin');
});
afterAll(() => services.close());

describe('making a key', () => {
  it('shows it once, stores its hash, and lets the ruleset carry that', async () => {
    const environment = await services.db.environment.findFirstOrThrow({ where: { key: 'production' } });
    const input = { kind: 'client', name: 'Web', environment: 'production', origins: ['https://shop.example'] };
    const made = await createApiKey(admin, { ...input, expiresAt: '2027-01-01T00:00:00+01:00' });
    expect(made.key).toMatch(/^fsc_[\w-]{32,}$/);
    expect(made).toMatchObject({
      kind: 'client',
      environment: 'production',
      hint: made.key.slice(0, 8),
      expiresAt: '2026-12-31T23:00:00.000Z',
      lastUsedAt: null,
      role: null,
    });
    const stored = JSON.stringify(await services.db.apiKey.findMany());
    const audited = JSON.stringify(await services.db.auditEntry.findMany());
    const changed = JSON.stringify(await services.db.item.findMany({ where: { kind: 'apiKey' } }), (_k, value) =>
      typeof value === 'bigint' ? String(value) : value,
    );
    for (const text of [stored, audited, changed]) expect(text).not.toContain(made.key);
    const [item] = await openItems();
    expect(item).toMatchObject({
      environmentId: environment.id,
      key: made.id,
      body: { v: 1, kind: 'client', hash: hashSecret(made.key), origins: ['https://shop.example'], edge: false },
    });
    const after = await services.db.environment.findUniqueOrThrow({ where: { id: environment.id } });
    expect(after.number).toBe(environment.number + 1);
    expect(services.committed).toContain(environment.id);
    expect(JSON.stringify(await listApiKeys(admin, {}))).not.toContain(made.key);
  });

  it('is refused if it would have expired already', async () => {
    const expiresAt = services.now().toISOString();
    const refused = await refusal(createApiKey(admin, { kind: 'admin', name: 'Late', role: 'viewer', expiresAt }));
    expect([refused.kind, refused.code]).toEqual(['refused', 'expiry_past']);
  });

  it.each([
    ['server', 'fss_', { environment: 'staging', edge: true }],
    ['admin', 'fsa_', { role: 'editor' }],
  ])('of kind %s begins with %s', async (kind, prefix, more) => {
    const { key, id } = await createApiKey(admin, { kind, name: kind, ...more });
    expect(key.startsWith(prefix)).toBe(true);
    expect(await services.db.apiKey.findUniqueOrThrow({ where: { id } })).toMatchObject({
      projectId: services.projectId,
      ...('role' in more ? { environmentId: null, role: 'editor' } : { edge: true }),
    });
  });

  it.each([
    [{ kind: 'client', name: 'x' }, 'invalid'],
    [{ kind: 'admin', name: 'x' }, 'invalid'],
    [{ kind: 'admin', name: 'x', role: 'nobody' }, 'refused'],
    [{ kind: 'server', name: 'x', environment: 'absent' }, 'not_found'],
    [{ kind: 'server', name: 'x', environment: 'staging', origins: ['https://a.example'] }, 'invalid'],
    [{ kind: 'client', name: 'x', environment: 'staging', origins: ['https://a.example/path'] }, 'invalid'],
  ])('refuses %j', async (input, kind) => {
    expect(await refusal(createApiKey(admin, input))).toMatchObject({ kind });
  });

  it('gives a key no more than its maker has', async () => {
    const wide = services.installation();
    await createRole(wide, { key: 'locksmith', permissions: ['key.manage', 'flag.view'] });
    const grants = await grantsOf(services.db, [
      { role: 'locksmith', projectId: services.projectId, environmentId: null },
    ]);
    const smith = { ...admin, actor: { ...admin.actor, grants } };
    expect(await refusal(createApiKey(smith, { kind: 'admin', name: 'x', role: 'admin' }))).toMatchObject({
      code: 'role_beyond_own',
    });
    const own = { kind: 'admin', name: 'x', role: 'locksmith' };
    expect(await createApiKey(smith, own)).toMatchObject({ role: 'locksmith' });
  });
});

describe('who may', () => {
  it.each(['viewer', 'developer', 'editor'] as const)('not a %s', async (role) => {
    const ctx = services.as(role);
    const { id } = await services.db.apiKey.findFirstOrThrow();
    const calls = [
      () => listApiKeys(ctx, {}),
      () => createApiKey(ctx, { kind: 'client', name: 'x', environment: 'development' }),
      () => revokeApiKey(ctx, { id }),
    ];
    for (const call of calls) expect(await refusal(call())).toMatchObject({ kind: 'forbidden' });
  });

  it('strangers find nothing, and other projects’ keys are not found', async () => {
    const ctx = services.as('stranger');
    const { id } = await services.db.apiKey.findFirstOrThrow();
    for (const call of [() => listApiKeys(ctx, {}), () => revokeApiKey(ctx, { id })]) {
      expect(await refusal(call())).toMatchObject({ kind: 'not_found' });
    }
    const elsewhere = services.inProject({ id: 'another', key: 'another' }, 'stranger');
    expect(await refusal(revokeApiKey(elsewhere, { id }))).toMatchObject({ kind: 'not_found' });
  });
});

describe('revoking', () => {
  it('closes the key’s item at once, and is idempotent', async () => {
    const { id } = await createApiKey(admin, { kind: 'server', name: 'gone', environment: 'staging' });
    expect((await openItems()).map(({ key }) => key)).toContain(id);
    expect(await refusal(revokeApiKey(admin, { id, version: 4 }))).toMatchObject({ code: 'version_conflict' });
    await revokeApiKey(admin, { id, version: 1 });
    const { number } = await services.db.environment.findFirstOrThrow({ where: { key: 'staging' } });
    await revokeApiKey(admin, { id });
    expect((await services.db.environment.findFirstOrThrow({ where: { key: 'staging' } })).number).toBe(number);
    expect((await openItems()).map(({ key }) => key)).not.toContain(id);
    expect((await listApiKeys(admin, { limit: 200 })).items.map((key) => key.id)).not.toContain(id);
    expect(await refusal(revokeApiKey(admin, { id: 'absent' }))).toMatchObject({ kind: 'not_found' });
  });
});

it('lists newest first, in pages, of one environment, by name', async () => {
  for (let n = 0; n < 5; n += 1) {
    services.setNow(new Date(Date.UTC(2026, 3, 1, 0, Math.floor(n / 2))));
    await createApiKey(services.as('admin'), { kind: 'client', name: `page ${n}`, environment: 'development' });
  }
  const seen: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await listApiKeys(admin, { limit: 2, q: 'PAGE', cursor });
    seen.push(...page.items.map(({ name }) => name));
    cursor = page.nextCursor;
  }
  expect(seen).toEqual(['page 4', 'page 3', 'page 2', 'page 1', 'page 0']);
  const inStaging = await listApiKeys(admin, { environment: 'staging' });
  expect(new Set(inStaging.items.map(({ environment }) => environment))).toEqual(new Set(['staging']));
  expect(await listApiKeys(admin, { environment: 'absent' })).toEqual({ items: [], nextCursor: null });
});

it('notes the last use at most once a minute', async () => {
  const { id } = await createApiKey(admin, { kind: 'server', name: 'used', environment: 'staging' });
  const used = async () => (await services.db.apiKey.findUniqueOrThrow({ where: { id } })).lastUsedAt?.toISOString();
  await touchKeys(services.db, [id], new Date('2026-05-01T00:00:00Z'));
  await touchKeys(services.db, [id], new Date('2026-05-01T00:00:59Z'));
  expect(await used()).toBe('2026-05-01T00:00:00.000Z');
  await touchKeys(services.db, [id, 'absent'], new Date('2026-05-01T00:01:01Z'));
  expect(await used()).toBe('2026-05-01T00:01:01.000Z');
});

describe('configured keys', () => {
  const key = 'chosen-by-the-operator-1';
  const wanted = [{ kind: 'server' as const, project: 'shop', environment: 'live', key }];

  it('are kept as they are, with the project and environment they need, once for all instances', async () => {
    const made = await Promise.all(Array.from({ length: 4 }, () => ensureKeys(services.installation(), wanted)));
    expect(made.reduce((sum, each) => sum + each, 0)).toBe(1);
    expect(await ensureKeys(services.installation(), wanted)).toBe(0);
    const row = await services.db.apiKey.findUniqueOrThrow({
      where: { hash: hashSecret(key) },
      include: { project: { include: { environments: true } } },
    });
    expect(row).toMatchObject({ kind: 'server', hint: 'chos', project: { key: 'shop' } });
    expect(row.project?.environments.map((each) => each.key)).toContain('live');
    expect((await openItems()).map((item) => item.key)).toContain(row.id);
  });

  it('stay revoked', async () => {
    const row = await services.db.apiKey.findUniqueOrThrow({ where: { hash: hashSecret(key) } });
    const shop = services.inProject({ id: row.projectId ?? '', key: 'shop' }, 'admin');
    await revokeApiKey(shop, { id: row.id });
    expect(await ensureKeys(services.installation(), wanted)).toBe(0);
    expect((await openItems()).map((item) => item.key)).not.toContain(row.id);
  });
});

describe('the admin token', () => {
  const rows = () => services.db.apiKey.findMany({ where: { projectId: null } });

  it('is one, follows its variable, and only its hash is stored', async () => {
    const ctx = services.installation();
    const made = await Promise.all(Array.from({ length: 3 }, () => ensureAdminToken(ctx, 'first token of all')));
    expect(made.filter(Boolean).length).toBeGreaterThan(0);
    expect(await rows()).toMatchObject([{ kind: 'admin', role: 'admin', hash: hashSecret('first token of all') }]);
    expect(await ensureAdminToken(ctx, 'first token of all')).toBe(false);
    await ensureAdminToken(ctx, 'second token of all');
    expect((await rows()).map(({ hash }) => hash)).toEqual([hashSecret('second token of all')]);
    await ensureAdminToken(ctx, undefined);
    expect(await rows()).toEqual([]);
    expect(await ensureAdminToken(ctx, undefined)).toBe(false);
    expect(JSON.stringify(await services.db.auditEntry.findMany())).not.toContain('token of all');
  });

  it('leaves the admin keys that people made', async () => {
    const made = await createApiKey(admin, { kind: 'admin', name: 'theirs', role: 'viewer' });
    await ensureAdminToken(services.installation(), undefined);
    expect(await services.db.apiKey.findUnique({ where: { id: made.id } })).toMatchObject({ revokedAt: null });
  });
});
