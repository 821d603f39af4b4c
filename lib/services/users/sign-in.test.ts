import { verify } from '@node-rs/argon2';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestServices, refusal, type TestServices } from '../testing';
import { changePassword } from './change-password';
import { createUser } from './create';
import { disableUser } from './disable';
import { signIn } from './sign-in';
import { signInWithProvider } from './sign-in-with-provider';
import { signOutOwn } from './sign-out-own';
import { maySignUp, signUp } from './sign-up';
import { updateOwnProfile } from './update-own';

let services: TestServices;
let minute = 0;
const PASSWORD = 'correct horse battery';
const guest = () => services.installation('viewer', { actor: { kind: 'job', id: 'guest', name: 'Guest', grants: [] } });
const attempt = (email: string, password: string, address: string | null = null) =>
  signIn(guest(), { email, password }, address);

/** Counts what an answer costs: checks of a password, by what they are checked against. */
async function workOf(email: string, password: string): Promise<{ session: unknown; checks: string[]; rows: number }> {
  const checks: string[] = [];
  const before = await services.db.attempt.count();
  const session = await signIn(guest(), { email, password }, null, async (stored, given) => {
    checks.push(stored.split('$').slice(1, 4).join('$'));
    return verify(stored, given);
  });
  return { session, checks, rows: (await services.db.attempt.count()) - before };
}

beforeAll(async () => {
  services = await createTestServices();
  const admin = services.installation();
  await createUser(admin, { email: 'Ana@Example.com', role: 'viewer', password: PASSWORD });
  await createUser(admin, { email: 'invited@example.com', role: 'viewer' });
  const { id } = await createUser(admin, { email: 'shut@example.com', role: 'viewer', password: PASSWORD });
  await disableUser(admin, { id });
});
afterAll(() => services.close());
// Each test begins after the failures of the one before have run out.
beforeEach(() => {
  minute += 20;
  services.setNow(new Date(Date.UTC(2026, 2, 2, 9, minute)));
});

describe('signing in', () => {
  it('takes the password, whatever the case of the address', async () => {
    const { id, sessionEpoch } = await services.db.user.findUniqueOrThrow({
      where: { emailFolded: 'ana@example.com' },
    });
    expect(await attempt('ANA@example.com ', PASSWORD)).toEqual({ userId: id, epoch: sessionEpoch });
    const row = await services.db.attempt.findFirstOrThrow({ orderBy: { id: 'desc' } });
    expect(row).toMatchObject({ kind: 'signIn', outcome: 'succeeded', actorId: id });
    expect((await services.db.user.findUniqueOrThrow({ where: { id } })).lastSeenAt).toEqual(services.now());
  });

  it('answers and costs the same for unknown, wrong, kept out, not yet invited and throttled', async () => {
    const wrong = await workOf('ana@example.com', 'wrong');
    const cases = [
      await workOf('nobody@example.com', PASSWORD),
      await workOf('shut@example.com', PASSWORD),
      await workOf('invited@example.com', PASSWORD),
    ];
    for (let n = 0; n < 10; n += 1) await attempt('ana@example.com', 'wrong');
    cases.push(await workOf('ana@example.com', PASSWORD));
    expect(wrong).toEqual({ session: null, checks: ['argon2id$v=19$m=19456,t=2,p=1'], rows: 1 });
    for (const each of cases) expect(each).toEqual(wrong);
  });

  it.each([{}, { email: 1, password: [] }, { email: 'a@b.cd', password: '' }, null])('refuses %j', async (input) => {
    expect(await signIn(guest(), input, null)).toBeNull();
  });
});

describe('throttling', () => {
  it('answers ten failures of an account in a quarter of an hour, and no eleventh attempt', async () => {
    for (let n = 0; n < 9; n += 1) expect(await attempt('ana@example.com', 'wrong')).toBeNull();
    expect(await attempt('ana@example.com', PASSWORD)).not.toBeNull();
    expect(await attempt('ana@example.com', 'wrong')).toBeNull();
    expect(await attempt('ana@example.com', PASSWORD)).toBeNull();
    services.setNow(new Date(services.now().getTime() + 15 * 60_000));
    expect(await attempt('ana@example.com', PASSWORD)).not.toBeNull();
  });

  it('does not let refusals prolong it', async () => {
    for (let n = 0; n < 10; n += 1) await attempt('ana@example.com', 'wrong');
    services.setNow(new Date(services.now().getTime() + 14 * 60_000));
    for (let n = 0; n < 5; n += 1) expect(await attempt('ana@example.com', PASSWORD)).toBeNull();
    services.setNow(new Date(services.now().getTime() + 60_000));
    expect(await attempt('ana@example.com', PASSWORD)).not.toBeNull();
  });

  it('answers fifty failures of an address', async () => {
    for (let n = 0; n < 50; n += 1) await attempt(`user${n % 25}@example.com`, 'wrong', '192.0.2.7');
    expect(await attempt('ana@example.com', PASSWORD, '192.0.2.7')).toBeNull();
    expect(await attempt('ana@example.com', PASSWORD, '192.0.2.8')).not.toBeNull();
  }, 60_000);

  it('holds when all guesses come at once', async () => {
    const guesses: string[] = [];
    await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        signIn(guest(), { email: 'ana@example.com', password: `guess ${n}` }, null, async (stored) => {
          if (stored.startsWith('$argon2id') && !stored.includes('SVfa/97I')) guesses.push(stored);
          return false;
        }),
      ),
    );
    expect(guesses.length).toBeLessThanOrEqual(10);
  });
});

describe('the own account', () => {
  const mine = async (email: string) => {
    const { id, name } = await services.db.user.findUniqueOrThrow({ where: { emailFolded: email } });
    return services.installation('viewer', { actor: { kind: 'user', id, name, email, grants: [], tenants: [] } });
  };

  it('changes its password, which ends the sessions and needs the present one', async () => {
    const ctx = await mine('ana@example.com');
    expect(await refusal(changePassword(ctx, { current: 'wrong', password: 'a longer one, please' }))).toMatchObject({
      code: 'password_wrong',
    });
    expect(await refusal(changePassword(ctx, { current: PASSWORD, password: 'short' }))).toMatchObject({
      kind: 'invalid',
    });
    const before = await attempt('ana@example.com', PASSWORD);
    const after = await changePassword(ctx, { current: PASSWORD, password: 'a longer one, please' });
    expect(after).toEqual({ userId: before?.userId, epoch: (before?.epoch ?? 0) + 1 });
    expect(await attempt('ana@example.com', PASSWORD)).toBeNull();
    expect(await attempt('ana@example.com', 'a longer one, please')).toEqual(after);
    await changePassword(ctx, { current: 'a longer one, please', password: PASSWORD });
  });

  it('counts wrong guesses of the present password like failed attempts', async () => {
    const ctx = await mine('ana@example.com');
    for (let n = 0; n < 10; n += 1) await refusal(changePassword(ctx, { current: `guess ${n}`, password: PASSWORD }));
    expect(await refusal(changePassword(ctx, { current: PASSWORD, password: PASSWORD }))).toMatchObject({
      code: 'password_wrong',
    });
    expect(await attempt('ana@example.com', PASSWORD)).toBeNull();
  });

  it('signs out everywhere, and renames itself, without a permission', async () => {
    const ctx = await mine('ana@example.com');
    const before = await attempt('ana@example.com', PASSWORD);
    await signOutOwn(ctx);
    expect((await attempt('ana@example.com', PASSWORD))?.epoch).toBe((before?.epoch ?? 0) + 1);
    expect(await updateOwnProfile(ctx, { name: 'Ana B.' })).toMatchObject({ name: 'Ana B.' });
    expect(await refusal(updateOwnProfile(ctx, { role: 'admin' }))).toMatchObject({ kind: 'invalid' });
  });

  it('is a user’s: keys have none', async () => {
    const key = services.installation('admin', {
      actor: { kind: 'apiKey', id: 'k', name: 'k', grants: [] },
    });
    for (const own of [changePassword, signOutOwn, updateOwnProfile]) {
      expect(await refusal(own(key, {}))).toMatchObject({ kind: 'forbidden' });
    }
  });
});

describe('signing up', () => {
  it.each([
    [{ kind: 'off' }, 'a@example.com', false],
    [{ kind: 'open' }, 'a@anywhere.org', true],
    [{ kind: 'domain', domain: 'example.com' }, 'a@Example.com', true],
    [{ kind: 'domain', domain: 'example.com' }, 'a@evilexample.com', false],
    [{ kind: 'domain', domain: 'example.com' }, 'a@example.com.evil.org', false],
    [{ kind: 'domain', domain: 'example.com' }, 'a@sub.example.com', false],
  ] as const)('%j lets %s in: %s', (policy, email, isIn) => {
    expect(maySignUp(policy, email)).toBe(isIn);
  });

  const open = { policy: { kind: 'open' }, address: null } as const;

  it('makes a viewer, who can sign in', async () => {
    const user = await signUp(guest(), { email: 'new@example.com', name: 'New', password: PASSWORD }, open);
    expect(user.assignments).toEqual([{ role: 'viewer', project: null, environment: null }]);
    expect(await attempt('new@example.com', PASSWORD)).toMatchObject({ userId: user.id });
  });

  it('refuses taken addresses, closed doors, and floods from one address', async () => {
    const input = { email: 'ana@example.com', name: 'A', password: PASSWORD };
    expect(await refusal(signUp(guest(), input, open))).toMatchObject({ code: 'email_taken' });
    const shut = { policy: { kind: 'off' }, address: null } as const;
    expect(await refusal(signUp(guest(), { ...input, email: 'b@example.com' }, shut))).toMatchObject({
      kind: 'forbidden',
      code: 'sign_up_closed',
    });
    for (let n = 0; n < 10; n += 1) await refusal(signUp(guest(), input, open));
    expect(await refusal(signUp(guest(), input, open))).toMatchObject({ kind: 'throttled' });
  });
});

describe('a provider', () => {
  const off = { kind: 'off' } as const;

  it('signs known people in, and others only where the policy lets them', async () => {
    const known = await signInWithProvider(guest(), { email: 'ANA@example.com', name: null }, off);
    expect(known).not.toBeNull();
    expect(await signInWithProvider(guest(), { email: 'who@example.com', name: 'Who' }, off)).toBeNull();
    expect(await signInWithProvider(guest(), { email: 'shut@example.com', name: null }, off)).toBeNull();
    expect(await signInWithProvider(guest(), { email: 'no address', name: null }, { kind: 'open' })).toBeNull();
    const domain = { kind: 'domain', domain: 'example.com' } as const;
    expect(await signInWithProvider(guest(), { email: 'who@elsewhere.org', name: 'Who' }, domain)).toBeNull();
    const tabs = await Promise.all(
      Array.from({ length: 4 }, () => signInWithProvider(guest(), { email: 'who@example.com', name: 'Who' }, domain)),
    );
    expect(new Set(tabs.map((session) => session?.userId)).size).toBe(1);
    const made = await services.db.user.findUniqueOrThrow({
      where: { emailFolded: 'who@example.com' },
      include: { assignments: true },
    });
    expect(made).toMatchObject({ passwordHash: null, assignments: [{ role: 'viewer', projectId: null }] });
  });
});
