import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestServices, race, refusal, type TestServices } from '../testing';
import { createUser } from './create';
import { disableUser } from './disable';
import { removeUser } from './remove';
import { setUserRole } from './set-role';
import { setUp } from './set-up';
import { updateUser } from './update';
import { ensureFirstAdmin } from './ensure-first-admin';
import { makeAdmin } from './make-admin';

let services: TestServices;
let admin: ReturnType<TestServices['installation']>;
const FIRST = { email: 'first@example.com', name: 'First', password: 'correct horse battery' };

beforeEach(async () => {
  services = await createTestServices();
  admin = services.installation('admin', { site: 'http://localhost' });
});
afterEach(() => services.close());

const administrators = () =>
  services.db.user.count({ where: { disabled: false, assignments: { some: { role: 'admin', projectId: null } } } });

describe('the last administrator', () => {
  it('stays: no removal, no disabling, no other role', async () => {
    const { id } = await setUp(admin, FIRST);
    // Neither somebody who has not accepted yet, nor an administrator of a project, can take over.
    await createUser(admin, { email: 'invited@example.com', role: 'admin' });
    await createUser(admin, { email: 'local@example.com', role: 'admin', project: 'default', password: 'long enough' });
    const last = { kind: 'refused', code: 'last_administrator' };
    expect(await refusal(removeUser(admin, { id, version: 1 }))).toMatchObject(last);
    expect(await refusal(disableUser(admin, { id }))).toMatchObject(last);
    expect(await refusal(updateUser(admin, { id, version: 1, disabled: true }))).toMatchObject(last);
    expect(await refusal(setUserRole(admin, { id, version: 1, role: 'editor' }))).toMatchObject(last);
    expect(await refusal(setUserRole(admin, { id, version: 1, assignments: [] }))).toMatchObject(last);
    expect(await services.db.user.findUnique({ where: { id } })).toMatchObject({ version: 1, disabled: false });
    expect(await setUserRole(admin, { id, version: 1, role: 'admin', project: 'default' })).toMatchObject({
      version: 2,
    });
  });

  it('may go once there is another', async () => {
    const { id } = await setUp(admin, FIRST);
    await createUser(admin, { email: 'second@example.com', role: 'admin', password: 'long enough' });
    await removeUser(admin, { id, version: 1 });
    expect(await administrators()).toBe(1);
  });

  it.each(['disable', 'demote', 'remove', 'mixed'])('of two who %s each other at once, one stays', async (how) => {
    const one = await setUp(admin, FIRST);
    const two = await createUser(admin, { email: 'second@example.com', role: 'admin', password: 'long enough' });
    const ways = {
      disable: (id: string) => disableUser(admin, { id }),
      demote: (id: string) => setUserRole(admin, { id, version: 1, role: 'viewer' }),
      remove: (id: string) => removeUser(admin, { id, version: 1 }),
    };
    const [first, second] = {
      disable: [ways.disable, ways.disable],
      demote: [ways.demote, ways.demote],
      remove: [ways.remove, ways.remove],
    }[how] ?? [ways.demote, ways.remove];
    const outcomes = await race(2, (index) => (index === 0 ? first?.(one.id) : second?.(two.id)) ?? Promise.reject());
    expect(outcomes).toEqual({ done: 1, last_administrator: 1 });
    expect(await administrators()).toBe(1);
  });
});

describe('the first administrator', () => {
  it('is made once, however many ask', async () => {
    const outcomes = await race(8, (index) => setUp(admin, { ...FIRST, email: `first${index}@example.com` }));
    expect(outcomes).toEqual({ done: 1, already_set_up: 7 });
    expect(await administrators()).toBe(1);
  });

  it('needs a long password', async () => {
    expect(await refusal(setUp(admin, { ...FIRST, password: 'eleven char' }))).toMatchObject({
      kind: 'invalid',
      at: ['password:too_small_text'],
    });
  });

  it('comes from the environment once, however many instances start', async () => {
    const wanted = { email: 'ops@example.com', password: 'from the environment' };
    const made = await Promise.all(Array.from({ length: 4 }, () => ensureFirstAdmin(admin, wanted)));
    expect(made.filter(Boolean)).toHaveLength(1);
    expect(await ensureFirstAdmin(admin, { ...wanted, email: 'other@example.com' })).toBe(false);
    expect(await administrators()).toBe(1);
  });

  it('can be named by the operator, who may exist, be disabled, or hold another role', async () => {
    const password = 'from the terminal';
    const made = await makeAdmin(admin, { email: 'ops@example.com', password });
    expect(made).toMatchObject({ version: 1, active: true });
    await createUser(admin, { email: 'kept@example.com', role: 'viewer', password: 'long enough' });
    const known = await services.db.user.findUniqueOrThrow({ where: { emailFolded: 'kept@example.com' } });
    await disableUser(admin, { id: known.id });
    expect(await makeAdmin(admin, { email: 'Kept@example.com', password })).toMatchObject({
      id: known.id,
      disabled: false,
      assignments: [{ role: 'admin', project: null, environment: null }],
    });
    const after = await services.db.user.findUniqueOrThrow({ where: { id: known.id } });
    expect(after.sessionEpoch).toBe(3);
    expect(after.passwordHash).not.toBe(known.passwordHash);
    expect(await refusal(makeAdmin(services.installation('editor'), { email: 'a@b.cd', password }))).toMatchObject({
      kind: 'forbidden',
    });
  });
});
