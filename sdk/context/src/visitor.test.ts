import { describe, expect, test } from 'vitest';
import { visitorOf } from './visitor';

const NOW = new Date('2026-05-03T10:00:00Z');
const DAY = 86_400_000;
const newId = () => '3f2b8c1e-visitor-one';
const never = (): string => {
  throw new Error('an id was made without need');
};
const withCookie = (cookie: string) => new Request('https://shop.example/', { headers: { cookie } });
/** What a browser sends back of a `Set-Cookie`. */
const kept = (setCookie: string | null): string => (setCookie ?? '').split(';')[0] ?? '';
const later = (days: number) => new Date(NOW.getTime() + days * DAY);

describe('a visitor', () => {
  test('who is new gets an id and a cookie out of the reach of scripts', () => {
    expect(visitorOf(new Headers(), { newId, now: NOW })).toEqual({
      id: '3f2b8c1e-visitor-one',
      setCookie:
        'flagstaff_visitor=3f2b8c1e-visitor-one.tegh40; Path=/; Max-Age=31536000; ' +
        'Expires=Mon, 03 May 2027 10:00:00 GMT; HttpOnly; SameSite=Lax; Secure',
    });
  });

  test('who comes again is known by the cookie, without another', () => {
    const { setCookie } = visitorOf(new Headers(), { newId, now: NOW });
    const again = visitorOf(withCookie(`theme=dark; ${kept(setCookie)}; x=1`), { newId: never, now: later(180) });
    expect(again).toEqual({ id: '3f2b8c1e-visitor-one', setCookie: null });
  });

  test('whose cookie is half over keeps the id and gets a fresh cookie', () => {
    const { setCookie } = visitorOf(new Headers(), { newId, now: NOW });
    const again = visitorOf(withCookie(kept(setCookie)), { newId: never, now: later(183) });
    expect(again.id).toBe('3f2b8c1e-visitor-one');
    expect(again.setCookie).toContain('Expires=Tue, 02 Nov 2027 10:00:00 GMT');
    expect(kept(again.setCookie)).not.toBe(kept(setCookie));
  });

  test.each([
    'flagstaff_visitor=',
    'flagstaff_visitor=short.1',
    'flagstaff_visitor=no-time-in-it',
    `flagstaff_visitor=${'a'.repeat(65)}.1`,
    'flagstaff_visitor="><script>.1',
    'flagstaff_visitor_2=3f2b8c1e-visitor-two.1',
  ])('with the cookie %s is a new one', (cookie) => {
    expect(visitorOf(withCookie(cookie), { newId, now: NOW })).toMatchObject({
      id: '3f2b8c1e-visitor-one',
      setCookie: expect.stringContaining('flagstaff_visitor=3f2b8c1e-visitor-one.'),
    });
  });

  test('may have a cookie of another name, domain and duration', () => {
    const cookie = { name: 'who', domain: 'example.com', days: 10, isSecure: false };
    const { setCookie } = visitorOf(new Headers(), { newId, now: NOW, cookie });
    expect(setCookie).toBe(
      'who=3f2b8c1e-visitor-one.tegh40; Path=/; Max-Age=864000; Expires=Wed, 13 May 2026 10:00:00 GMT; ' +
        'Domain=example.com; HttpOnly; SameSite=Lax',
    );
  });

  test.each(['short', 'a; Domain=evil.example', 'ä'.repeat(10)])('is not given the id %j', (id) => {
    expect(() => visitorOf(new Headers(), { newId: () => id, now: NOW })).toThrow(RangeError);
  });
});
