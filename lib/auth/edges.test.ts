import { describe, expect, it } from 'vitest';
import { asServiceError } from '@/lib/services/errors';
import { clientAddress } from './client-address';
import { newId } from './new-id';
import { requireOwnWrite, requireSameOrigin } from './origin';
import { personOf } from './providers';
import { readCookie, readSessionToken, sessionCookieName, writeSessionToken } from './session-token';
import { signUpFormPolicy } from './sign-up-form';
import { requestSite, siteOf } from './site';

const SECRET = 'a secret of thirty-two characters or more';
const open = { publicUrl: undefined, trustedProxies: 0 };
const refusalOf = (work: () => void): string | null => {
  try {
    work();
    return null;
  } catch (thrown) {
    return asServiceError(thrown)?.code ?? 'another error';
  }
};

describe('the site', () => {
  const headers = (more: Record<string, string> = {}) => new Headers({ host: 'flags.internal:3000', ...more });
  const forwarded = { 'x-forwarded-host': 'flags.example.com', 'x-forwarded-proto': 'https' };

  it('is what is configured', () => {
    expect(siteOf(headers(), { publicUrl: 'https://flags.example.com/x', trustedProxies: 0 })).toEqual({
      origin: 'https://flags.example.com',
      secure: true,
    });
  });

  it('or what the request says, forwarded headers only behind a proxy', () => {
    expect(siteOf(headers(forwarded), open)).toEqual({ origin: 'http://flags.internal:3000', secure: false });
    expect(siteOf(headers(forwarded), { ...open, trustedProxies: 1 })).toEqual({
      origin: 'https://flags.example.com',
      secure: true,
    });
  });

  it.each(['', 'bad host', 'a/b@c d'])('is unknown for the host %j', (host) => {
    const asked = new Headers(host === '' ? {} : { host });
    expect(requestSite(asked, open)).toBeNull();
    expect(siteOf(asked, open).secure).toBe(false);
  });
});

describe('a write by session', () => {
  const host = 'localhost:3000';
  const write = (headers: Record<string, string>, method = 'POST') =>
    refusalOf(() =>
      requireOwnWrite(new Request(`http://${host}/api`, { method, headers: { host, ...headers } }), open),
    );
  const json = { 'content-type': 'application/json' };

  it('passes from a page of this site, as JSON or without a body', () => {
    expect(write({ origin: `http://${host}`, ...json })).toBeNull();
    expect(write({ origin: `http://${host}`, 'content-type': 'application/json; charset=utf-8' })).toBeNull();
    expect(write({ origin: `http://${host}` }, 'DELETE')).toBeNull();
  });

  it.each([
    ['foreign', { origin: 'https://evil.example', ...json }],
    ['foreign by port', { origin: 'http://localhost:3001', ...json }],
    ['foreign by scheme', { origin: 'https://localhost:3000', ...json }],
    ['null', { origin: 'null', ...json }],
    ['absent', json],
    ['form-encoded', { origin: `http://${host}`, 'content-type': 'application/x-www-form-urlencoded' }],
    ['multipart', { origin: `http://${host}`, 'content-type': 'multipart/form-data; boundary=x' }],
    ['plain text', { origin: `http://${host}`, 'content-type': 'text/plain' }],
  ])('is refused: %s', (_name, headers: Record<string, string>) => {
    expect(write(headers)).toBe('foreign_origin');
    expect(write(headers, 'DELETE')).toBe('foreign_origin');
  });

  it('needs none of it to read', () => {
    expect(write({ origin: 'https://evil.example' }, 'GET')).toBeNull();
  });

  it('may come to the public address through a proxy', () => {
    const headers = new Headers({ host: '10.0.0.1', origin: 'https://flags.example.com' });
    const settings = { publicUrl: 'https://flags.example.com', trustedProxies: 0 };
    expect(refusalOf(() => requireSameOrigin(headers, settings))).toBeNull();
    expect(refusalOf(() => requireSameOrigin(headers, open))).toBe('foreign_origin');
  });
});

describe('the client’s address', () => {
  it.each([
    ['203.0.113.9', 0, '203.0.113.9'],
    ['1.1.1.1, 203.0.113.9', 0, '203.0.113.9'],
    ['1.1.1.1, 198.51.100.4, 10.0.0.1', 1, '198.51.100.4'],
    ['198.51.100.4, 10.0.0.1', 1, '198.51.100.4'],
    ['198.51.100.4, 10.0.0.2, 10.0.0.1', 2, '198.51.100.4'],
    ['10.0.0.1', 3, '10.0.0.1'],
    ['', 0, null],
  ])('of %j behind %i proxies is %s', (forwarded, proxies, address) => {
    expect(clientAddress(new Headers({ 'x-forwarded-for': forwarded }), proxies)).toBe(address);
  });
});

describe('a session’s token', () => {
  it('is read back under its secret only', async () => {
    // So long that chance does not write it into a text of random signs.
    const sub = 'user-with-a-name-of-some-length';
    const token = await writeSessionToken({ sub, epoch: 3 }, SECRET);
    const texts = [token, ...token.split('.').map((part) => Buffer.from(part, 'base64url').toString('latin1'))];
    for (const text of texts) expect(text).not.toContain(sub);
    expect(await readSessionToken(token, SECRET)).toEqual({ sub, epoch: 3 });
    expect(await readSessionToken(token, `${SECRET}!`)).toBeNull();
    const tag = token.lastIndexOf('.') + 1;
    const forged = `${token.slice(0, tag)}${token[tag] === 'A' ? 'B' : 'A'}${token.slice(tag + 1)}`;
    expect(await readSessionToken(forged, SECRET)).toBeNull();
    expect(await readSessionToken('nonsense', SECRET)).toBeNull();
  });

  it('is in a cookie that other subdomains cannot plant', () => {
    expect(sessionCookieName(true)).toBe('__Host-flagstaff.session');
    expect(readCookie('a=1; flagstaff.session=t.o=k ;b=2', 'flagstaff.session')).toBe('t.o=k');
    expect(readCookie('xflagstaff.session=t', 'flagstaff.session')).toBeNull();
    expect(readCookie('flagstaff.session=', 'flagstaff.session')).toBeNull();
    expect(readCookie(null, 'flagstaff.session')).toBeNull();
  });
});

describe('what a provider says', () => {
  const claims = { sub: '1', name: 'Ana', email: 'ana@example.com' };
  it.each([
    [true, 'ana@example.com'],
    ['true', 'ana@example.com'],
    [false, null],
    ['false', null],
    [undefined, null],
    [1, 'unreadable'],
  ])('counts as an address if email_verified is %j: %s', (email_verified, email) => {
    const read = (): unknown => personOf({ ...claims, email_verified }).email;
    if (email === 'unreadable') expect(read).toThrow();
    else expect(read()).toBe(email);
  });
});

describe('the sign-up form', () => {
  const domain = { kind: 'domain', domain: 'example.com' } as const;
  it.each([
    [domain, {}, 'domain'],
    [domain, { github: { id: 'i', secret: 's' } }, 'off'],
    [{ kind: 'open' } as const, { github: { id: 'i', secret: 's' } }, 'open'],
    [{ kind: 'off' } as const, {}, 'off'],
  ])('with %j and %j is %s', (signUp, identityProviders, kind) => {
    expect(signUpFormPolicy({ signUp, identityProviders }).kind).toBe(kind);
  });
});

it('new ids sort by time and are UUIDs of version 7', () => {
  const random = new Uint8Array(10).fill(255);
  const ids = [0, 1, 255, 256, 1_767_225_600_000, 2 ** 47].map((at) => newId(at, random));
  expect([...ids].sort()).toEqual(ids);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(Number.parseInt((ids[4] ?? '').replaceAll('-', '').slice(0, 12), 16)).toBe(1_767_225_600_000);
});
