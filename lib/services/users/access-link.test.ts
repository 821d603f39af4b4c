import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestServices, race, refusal, type TestServices } from '../testing';
import { acceptLink } from './accept-link';
import { createUser } from './create';
import { disableUser } from './disable';
import { inviteLink } from './invite-link';
import { readLink } from './read-link';
import { resetLink } from './reset-link';
import { signIn } from './sign-in';

let services: TestServices;
let count = 0;
const PASSWORD = 'a password of my own';
const admin = () => services.installation('admin', { site: 'https://flags.example.com' });
const guest = () => services.installation('viewer', { actor: { kind: 'job', id: 'guest', name: 'Guest', grants: [] } });
const tokenOf = (url: string | undefined) => url?.split('/').at(-1) ?? '';

async function invited() {
  count += 1;
  const email = `guest${count}@example.com`;
  const { id, inviteUrl } = await createUser(admin(), { email, role: 'viewer' });
  return { id, email, token: tokenOf(inviteUrl) };
}

beforeAll(async () => {
  services = await createTestServices();
});
afterAll(() => services.close());
beforeEach(() => services.setNow('2026-03-02T09:00:00Z'));

describe('an invitation', () => {
  it('tells whom it is for, sets the password once, and signs nobody else in', async () => {
    const { id, email, token } = await invited();
    expect(await readLink(guest(), { token, purpose: 'invite' })).toEqual({ email, name: email });
    expect(await readLink(guest(), { token, purpose: 'reset' })).toBeNull();
    const user = await acceptLink(guest(), { token, password: PASSWORD, name: 'Gus' });
    expect(user).toMatchObject({ id, name: 'Gus', active: true, version: 2 });
    expect(await signIn(guest(), { email, password: PASSWORD }, null)).toMatchObject({ userId: id, epoch: 2 });
    expect(await refusal(acceptLink(guest(), { token, password: PASSWORD }))).toMatchObject({ code: 'link_invalid' });
    expect(await readLink(guest(), { token, purpose: 'invite' })).toBeNull();
    const entry = await services.db.auditEntry.findFirstOrThrow({
      where: { chain: 'installation' },
      orderBy: { seq: 'desc' },
    });
    expect(entry).toMatchObject({ action: 'user.acceptLink', actorId: id });
    expect(entry.detail).not.toContain(PASSWORD);
  });

  it('works once when used many times at once', async () => {
    const { token } = await invited();
    const outcomes = await race(6, () => acceptLink(guest(), { token, password: PASSWORD }));
    expect(outcomes).toEqual({ done: 1, link_invalid: 5 });
  });

  it('lasts seven days, a reset one', async () => {
    const { id, token } = await invited();
    services.setNow('2026-03-09T08:59:59Z');
    expect(await readLink(guest(), { token, purpose: 'invite' })).not.toBeNull();
    services.setNow('2026-03-09T09:00:00Z');
    expect(await readLink(guest(), { token, purpose: 'invite' })).toBeNull();
    expect(await refusal(acceptLink(guest(), { token, password: PASSWORD }))).toMatchObject({ code: 'link_invalid' });
    const { url } = await resetLink(admin(), { id });
    expect(url).toMatch(/^https:\/\/flags\.example\.com\/reset\//);
    services.setNow('2026-03-10T09:00:00Z');
    expect(await readLink(guest(), { token: tokenOf(url), purpose: 'reset' })).toBeNull();
  });

  it('is replaced by a newer one, and void for who is kept out', async () => {
    const { id, token } = await invited();
    const newer = tokenOf((await inviteLink(admin(), { id })).url);
    expect(await readLink(guest(), { token, purpose: 'invite' })).toBeNull();
    expect(await readLink(guest(), { token: newer, purpose: 'invite' })).not.toBeNull();
    await disableUser(admin(), { id });
    expect(await readLink(guest(), { token: newer, purpose: 'invite' })).toBeNull();
    expect(await refusal(acceptLink(guest(), { token: newer, password: PASSWORD }))).toMatchObject({
      code: 'link_invalid',
    });
  });

  it.each(['', 'x'.repeat(201), '\0', 'unknown'])('opens nothing for %j', async (token) => {
    expect(await readLink(guest(), { token, purpose: 'invite' })).toBeNull();
  });

  it.each(['elevenchars', 'x'.repeat(201)])('refuses the password %j', async (password) => {
    const { token } = await invited();
    expect(await refusal(acceptLink(guest(), { token, password }))).toMatchObject({ kind: 'invalid' });
    expect(await readLink(guest(), { token, purpose: 'invite' })).not.toBeNull();
  });
});

it('a reset lets in who had failed too often with the forgotten password', async () => {
  const { id, email, token } = await invited();
  await acceptLink(guest(), { token, password: PASSWORD });
  for (let n = 0; n < 10; n += 1) await signIn(guest(), { email, password: 'forgotten' }, null);
  expect(await signIn(guest(), { email, password: PASSWORD }, null)).toBeNull();
  const { url } = await resetLink(admin(), { id });
  await acceptLink(guest(), { token: tokenOf(url), password: 'another of my own' });
  expect(await signIn(guest(), { email, password: 'another of my own' }, null)).not.toBeNull();
});
