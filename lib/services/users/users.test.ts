import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRole } from '../roles/create';
import { createTestServices, refusal, type TestServices } from '../testing';
import { createUser } from './create';
import { disableUser } from './disable';
import { enableUser } from './enable';
import { getUser } from './get';
import { grantsOf } from './grants';
import { inviteLink } from './invite-link';
import { listUsers } from './list';
import { removeUser } from './remove';
import { resetLink } from './reset-link';
import { setUserRole } from './set-role';
import { signOutEverywhere } from './sign-out-everywhere';
import { updateUser } from './update';

let services: TestServices;
let admin: ReturnType<TestServices['installation']>;
let count = 0;
const SITE = 'https://flags.example.com';
const newPerson = (more: object = {}) => {
  count += 1;
  return createUser(admin, { email: `person${count}@example.com`, role: 'viewer', password: 'correct horse', ...more });
};
const epochOf = async (id: string) => (await services.db.user.findUniqueOrThrow({ where: { id } })).sessionEpoch;
const lastAudit = () =>
  services.db.auditEntry.findFirstOrThrow({ where: { chain: 'installation' }, orderBy: { seq: 'desc' } });

beforeAll(async () => {
  services = await createTestServices();
  admin = services.installation('admin', { site: SITE });
});
afterAll(() => services.close());

describe('creating', () => {
  it('stores the password as Argon2id, and says nothing of it', async () => {
    const user = await newPerson({ name: 'Ana', project: 'default', environment: 'development', role: 'developer' });
    expect(user).toMatchObject({ name: 'Ana', active: true, disabled: false, version: 1 });
    expect(user.assignments).toEqual([{ role: 'developer', project: 'default', environment: 'development' }]);
    expect(user).not.toHaveProperty('inviteUrl');
    const { passwordHash } = await services.db.user.findUniqueOrThrow({ where: { id: user.id } });
    expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    const { action, detail } = await lastAudit();
    expect(action).toBe('user.create');
    expect(detail).not.toContain('correct horse');
    expect(detail).not.toContain('argon2');
    expect(await getUser(admin, { id: user.id })).toEqual(user);
  });

  it('answers a link without a password, and stores only its hash', async () => {
    const { inviteUrl, active, id } = await newPerson({ password: undefined });
    expect(active).toBe(false);
    expect(inviteUrl).toMatch(new RegExp(`^${SITE}/invite/[\\w-]{32,}$`));
    const link = await services.db.accessLink.findFirstOrThrow({ where: { userId: id } });
    expect(link.tokenHash).toMatch(/^[0-9a-f]{64}$/);
    expect(inviteUrl).not.toContain(link.tokenHash);
    expect(link.expiresAt.getTime() - services.now().getTime()).toBe(7 * 24 * 3_600_000);
  });

  it('takes an address once, whatever its case', async () => {
    const { email } = await newPerson();
    expect(await refusal(createUser(admin, { email: email.toUpperCase(), role: 'viewer' }))).toMatchObject({
      kind: 'conflict',
      code: 'email_taken',
    });
  });

  it.each([
    [{ role: 'nobody' }, 'refused', 'unknown_role'],
    [{ project: 'absent' }, 'refused', 'unknown_project'],
    [{ project: 'default', environment: 'absent' }, 'refused', 'unknown_environment'],
    [{ environment: 'production' }, 'refused', 'project_needed'],
    [{ email: 'no address' }, 'invalid', 'invalid'],
    [{ role: undefined }, 'invalid', 'invalid'],
    [{ password: 'short' }, 'invalid', 'invalid'],
  ])('refuses %j', async (more, kind, code) => {
    const before = await services.db.user.count();
    expect(await refusal(newPerson(more))).toMatchObject({ kind, code });
    expect(await services.db.user.count()).toBe(before);
  });

  it('gives nobody more than the giver has', async () => {
    await createRole(admin, { key: 'people', permissions: ['user.manage', 'flag.view', 'audit.view', 'subject.view'] });
    const [grant] = await grantsOf(services.db, [{ role: 'people', projectId: null, environmentId: null }]);
    if (!grant) throw new Error('the role is there');
    const manager = { ...admin, actor: { ...admin.actor, grants: [grant] } };
    expect(await createUser(manager, { email: 'low@example.com', role: 'viewer' })).toMatchObject({ version: 1 });
    const beyond = { kind: 'forbidden', code: 'role_beyond_own' };
    expect(await refusal(createUser(manager, { email: 'high@example.com', role: 'admin' }))).toMatchObject(beyond);
    const boss = await newPerson({ role: 'admin' });
    expect(await refusal(resetLink(manager, { id: boss.id }))).toMatchObject(beyond);
    expect(await refusal(disableUser(manager, { id: boss.id }))).toMatchObject(beyond);
    expect(await refusal(removeUser(manager, { id: boss.id, version: 1 }))).toMatchObject(beyond);
  });
});

describe('who may', () => {
  const verbs = {
    create: (role: 'viewer' | 'editor' | 'stranger', id: string) =>
      createUser(services.installation(role), { email: `${id}@example.org`, role: 'viewer' }),
    list: (role: 'viewer' | 'editor' | 'stranger') => listUsers(services.installation(role), {}),
    get: (role: 'viewer' | 'editor' | 'stranger', id: string) => getUser(services.installation(role), { id }),
    update: (role: 'viewer' | 'editor' | 'stranger', id: string) =>
      updateUser(services.installation(role), { id, version: 1, name: 'x' }),
    setRole: (role: 'viewer' | 'editor' | 'stranger', id: string) =>
      setUserRole(services.installation(role), { id, version: 1, role: 'admin' }),
    disable: (role: 'viewer' | 'editor' | 'stranger', id: string) => disableUser(services.installation(role), { id }),
    enable: (role: 'viewer' | 'editor' | 'stranger', id: string) => enableUser(services.installation(role), { id }),
    invite: (role: 'viewer' | 'editor' | 'stranger', id: string) => inviteLink(services.installation(role), { id }),
    reset: (role: 'viewer' | 'editor' | 'stranger', id: string) => resetLink(services.installation(role), { id }),
    signOut: (role: 'viewer' | 'editor' | 'stranger', id: string) =>
      signOutEverywhere(services.installation(role), { id }),
    remove: (role: 'viewer' | 'editor' | 'stranger', id: string) =>
      removeUser(services.installation(role), { id, version: 1 }),
  };
  it.each(Object.entries(verbs))('%s: administrators of the whole installation alone', async (name, verb) => {
    const { id } = await newPerson();
    const before = await getUser(admin, { id });
    // The stranger administers a project: that gives no say over the installation's users.
    for (const role of ['viewer', 'editor', 'stranger'] as const) {
      expect({ role, ...(await refusal(verb(role, id))) }).toMatchObject({ role, kind: 'forbidden' });
    }
    expect(await getUser(admin, { id })).toEqual(before);
    const refused = await services.db.attempt.findFirstOrThrow({ orderBy: { id: 'desc' } });
    expect(refused).toMatchObject({ kind: 'refused', actorId: 'user-stranger' });
    expect(name.length).toBeGreaterThan(0);
  });

  it.each(Object.entries({ get: getUser, disable: disableUser, invite: inviteLink, signOut: signOutEverywhere }))(
    '%s: an unknown id is not found',
    async (_name, verb) => {
      expect(await refusal(verb(admin, { id: 'absent' }))).toMatchObject({ kind: 'not_found' });
    },
  );
});

describe('versions', () => {
  it('are needed and compared by changes, roles and removal', async () => {
    const { id } = await newPerson();
    const calls = [
      (version?: number) => updateUser(admin, { id, name: 'New name', version }),
      (version?: number) => setUserRole(admin, { id, role: 'editor', version }),
      (version?: number) => removeUser(admin, { id, version }),
    ];
    for (const call of calls) {
      expect(await refusal(call())).toMatchObject({ kind: 'invalid', code: 'version_required' });
      expect(await refusal(call(7))).toMatchObject({ code: 'version_conflict', current: { id, version: 1 } });
    }
    expect(await updateUser(admin, { id, name: 'New name', version: 1 })).toMatchObject({ version: 2 });
    expect(await refusal(updateUser(admin, { id, name: 'Older', version: 1 }))).toMatchObject({ kind: 'conflict' });
  });
});

describe('roles of a user', () => {
  it('everywhere is the only one; in a place it takes the place of the one there; a list says all', async () => {
    const { id } = await newPerson({ role: 'viewer', project: 'default' });
    const held = async () => (await getUser(admin, { id })).assignments;
    await setUserRole(admin, { id, version: 1, role: 'developer', project: 'default', environment: 'development' });
    expect(await held()).toEqual([
      { role: 'viewer', project: 'default', environment: null },
      { role: 'developer', project: 'default', environment: 'development' },
    ]);
    await setUserRole(admin, { id, version: 2, role: 'editor', project: 'default' });
    expect((await held()).map(({ role }) => role)).toEqual(['editor', 'developer']);
    await setUserRole(admin, { id, version: 3, role: 'viewer' });
    expect(await held()).toEqual([{ role: 'viewer', project: null, environment: null }]);
    await setUserRole(admin, { id, version: 4, assignments: [{ role: 'editor', project: 'default' }] });
    expect(await held()).toEqual([{ role: 'editor', project: 'default', environment: null }]);
    await setUserRole(admin, { id, version: 5, assignments: [] });
    expect(await held()).toEqual([]);
  });

  it('end the sessions when they change, and only then', async () => {
    const { id } = await newPerson();
    const { version } = await setUserRole(admin, { id, version: 1, role: 'viewer' });
    expect([version, await epochOf(id)]).toEqual([1, 1]);
    await setUserRole(admin, { id, version: 1, role: 'editor' });
    expect(await epochOf(id)).toBe(2);
  });
});

describe('keeping out', () => {
  it('ends the sessions, once; letting in again does not open them', async () => {
    const { id } = await newPerson();
    expect(await disableUser(admin, { id })).toMatchObject({ disabled: true, version: 2 });
    expect(await disableUser(admin, { id })).toMatchObject({ disabled: true, version: 2 });
    expect(await epochOf(id)).toBe(2);
    expect(await refusal(resetLink(admin, { id }))).toMatchObject({ code: 'user_disabled' });
    expect(await enableUser(admin, { id })).toMatchObject({ disabled: false, version: 3 });
    expect(await epochOf(id)).toBe(2);
  });

  it('by the general change does the same', async () => {
    const { id } = await newPerson();
    await updateUser(admin, { id, version: 1, disabled: true });
    expect(await epochOf(id)).toBe(2);
  });

  it('signing out everywhere ends the sessions each time', async () => {
    const { id } = await newPerson();
    await signOutEverywhere(admin, { id });
    await signOutEverywhere(admin, { id });
    expect(await epochOf(id)).toBe(3);
  });

  it('removal takes roles and links along, and leaves the audit', async () => {
    const { id, email } = await newPerson({ password: undefined });
    await removeUser(admin, { id, version: 1 });
    expect(await services.db.assignment.count({ where: { userId: id } })).toBe(0);
    expect(await services.db.accessLink.count({ where: { userId: id } })).toBe(0);
    expect(await lastAudit()).toMatchObject({ action: 'user.delete', detail: expect.stringContaining(email) });
  });
});

it('lists by address, in pages, and finds in address and name', async () => {
  await newPerson({ email: 'zz-first@example.net', name: 'Percent 100%' });
  await newPerson({ email: 'zz-second@example.net', name: 'Underscore' });
  const found = await listUsers(admin, { q: 'zz-', limit: 1 });
  expect(found).toMatchObject({ total: 2, items: [{ email: 'zz-first@example.net' }] });
  const next = await listUsers(admin, { q: 'zz-', limit: 1, cursor: found.nextCursor });
  expect(next).toMatchObject({ nextCursor: null, items: [{ email: 'zz-second@example.net' }] });
  expect((await listUsers(admin, { q: '100%' })).items.map(({ name }) => name)).toEqual(['Percent 100%']);
  expect((await listUsers(admin, { q: '%' })).items).toHaveLength(1);
  expect(await refusal(listUsers(admin, { cursor: 'nonsense' }))).toMatchObject({ kind: 'invalid' });
});
