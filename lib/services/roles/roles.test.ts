import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLE_TABLE } from '@/lib/permissions/table';
import { createApiKey } from '../keys/create';
import { createTestServices, refusal, type TestServices } from '../testing';
import { createUser } from '../users/create';
import { grantsOf, isWithin } from '../users/grants';
import { setUserRole } from '../users/set-role';
import { createRole } from './create';
import { listRoles } from './list';
import { removeRole } from './remove';
import { updateRole } from './update';

let services: TestServices;
let admin: ReturnType<TestServices['installation']>;

beforeAll(async () => {
  services = await createTestServices();
  admin = services.installation();
});
afterAll(() => services.close());

describe('custom roles', () => {
  it('come after the built-in ones, and change with a version', async () => {
    const made = await createRole(admin, { key: 'support', name: 'Support', permissions: ['flag.view', 'flag.view'] });
    expect(made).toEqual({
      key: 'support',
      name: 'Support',
      permissions: ['flag.view'],
      reachesProtected: false,
      builtIn: false,
      version: 1,
    });
    const { items } = await listRoles(admin, {});
    expect(items.map(({ key }) => key)).toEqual(['viewer', 'developer', 'editor', 'admin', 'support']);
    expect(items[0]).toMatchObject({ builtIn: true, permissions: ROLE_TABLE.viewer.permissions });
    const patch = { key: 'support', permissions: ['flag.view', 'config.edit'], reachesProtected: true };
    expect(await refusal(updateRole(admin, patch))).toMatchObject({ code: 'version_required' });
    expect(await refusal(updateRole(admin, { ...patch, version: 9 }))).toMatchObject({
      code: 'version_conflict',
      current: made,
    });
    const changed = { permissions: ['flag.view', 'config.edit'], reachesProtected: true, version: 2 };
    expect(await updateRole(admin, { ...patch, version: 1 })).toMatchObject(changed);
  });

  it.each([
    [{ key: 'Support', permissions: [] }, 'conflict', 'key_taken'],
    [{ key: 'Admin', permissions: [] }, 'conflict', 'key_taken'],
    [{ key: 'other', permissions: ['flag.fly'] }, 'refused', 'unknown_permission'],
    [{ key: '__proto__', permissions: [] }, 'invalid', 'invalid'],
    [{ key: 'other', permissions: 'flag.view' }, 'invalid', 'invalid'],
  ])('refuses %j', async (input, kind, code) => {
    expect(await refusal(createRole(admin, input))).toMatchObject({ kind, code });
  });

  it('leave the built-in ones alone', async () => {
    expect(await refusal(updateRole(admin, { key: 'viewer', version: 1, name: 'x' }))).toMatchObject({
      code: 'built_in_role',
    });
    expect(await refusal(removeRole(admin, { key: 'admin', version: 1 }))).toMatchObject({ code: 'built_in_role' });
    expect(await refusal(removeRole(admin, { key: 'absent', version: 1 }))).toMatchObject({ kind: 'not_found' });
  });

  it.each(['viewer', 'editor', 'stranger'] as const)('are not for a %s', async (role) => {
    const ctx = services.installation(role);
    const calls = [
      () => listRoles(ctx, {}),
      () => createRole(ctx, { key: 'mine', permissions: [] }),
      () => updateRole(ctx, { key: 'support', version: 2, name: 'x' }),
      () => removeRole(ctx, { key: 'support', version: 2 }),
    ];
    for (const call of calls) expect(await refusal(call())).toMatchObject({ kind: 'forbidden' });
  });

  it('are deleted only when nobody holds them', async () => {
    await createRole(admin, { key: 'held', permissions: ['flag.view'] });
    const user = await createUser(admin, { email: 'h@example.com', role: 'held', project: 'default' });
    const inUse = { kind: 'refused', code: 'role_in_use' };
    expect(await refusal(removeRole(admin, { key: 'held', version: 1 }))).toMatchObject(inUse);
    await setUserRole(admin, { id: user.id, version: 1, assignments: [] });
    await createApiKey(services.as('admin'), { kind: 'admin', name: 'k', role: 'held' });
    expect(await refusal(removeRole(admin, { key: 'held', version: 1 }))).toMatchObject(inUse);
    await services.db.apiKey.updateMany({ where: { role: 'held' }, data: { revokedAt: services.now() } });
    await removeRole(admin, { key: 'held', version: 1 });
    expect((await listRoles(admin, {})).items.map(({ key }) => key)).not.toContain('held');
  });

  it('give a manager of users no way to more', async () => {
    await createRole(admin, { key: 'people', permissions: ['user.manage'] });
    const grants = await grantsOf(services.db, [{ role: 'people', projectId: null, environmentId: null }]);
    const manager = { ...admin, actor: { ...admin.actor, grants } };
    const beyond = { kind: 'forbidden', code: 'role_beyond_own' };
    const all = ['user.manage', 'flag.delete'];
    expect(await refusal(createRole(manager, { key: 'more', permissions: all }))).toMatchObject(beyond);
    expect(await refusal(updateRole(manager, { key: 'people', version: 1, permissions: all }))).toMatchObject(beyond);
    expect(await refusal(updateRole(manager, { key: 'support', version: 2, permissions: [] }))).toMatchObject(beyond);
    expect(await refusal(updateRole(manager, { key: 'people', version: 1, reachesProtected: true }))).toMatchObject(
      beyond,
    );
  });
});

describe('grants', () => {
  it('of a role that is gone, or of a permission of another release, allow nothing', async () => {
    await services.db.role.create({
      data: { id: 'odd', key: 'odd', name: 'odd', permissions: ['flag.fly', 'flag.view'], createdAt: services.now() },
    });
    const held = ['odd', 'gone', 'developer'].map((role) => ({ role, projectId: 'p', environmentId: null }));
    const grants = await grantsOf(services.db, held);
    expect(grants.map(({ permissions }) => permissions)).toEqual([['flag.view'], ROLE_TABLE.developer.permissions]);
  });

  const everywhere = { projectId: null, environmentId: null };
  const inProject = { projectId: 'p', environmentId: null };
  const inPlace = { projectId: 'p', environmentId: 'e' };
  it.each([
    ['the same', { ...ROLE_TABLE.admin, ...everywhere }, { ...ROLE_TABLE.admin, ...everywhere }, true],
    ['narrower places', { ...ROLE_TABLE.admin, ...everywhere }, { ...ROLE_TABLE.editor, ...inPlace }, true],
    ['wider places', { ...ROLE_TABLE.admin, ...inProject }, { ...ROLE_TABLE.viewer, ...everywhere }, false],
    ['wider environments', { ...ROLE_TABLE.admin, ...inPlace }, { ...ROLE_TABLE.viewer, ...inProject }, false],
    [
      'other projects',
      { ...ROLE_TABLE.admin, ...inProject },
      { ...ROLE_TABLE.viewer, projectId: 'q', environmentId: null },
      false,
    ],
    [
      'protected environments',
      { ...ROLE_TABLE.developer, ...everywhere },
      { ...ROLE_TABLE.developer, reachesProtected: true, ...everywhere },
      false,
    ],
    ['more permissions', { ...ROLE_TABLE.editor, ...everywhere }, { ...ROLE_TABLE.admin, ...everywhere }, false],
  ])('are within others: %s', (_name, own, asked, expected) => {
    expect(isWithin([own], [asked])).toBe(expected);
  });
});
