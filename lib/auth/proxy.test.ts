import { NextRequest } from 'next/server';
import { describe, expect, it } from 'vitest';
import { config, proxy } from '@/proxy';
import { contentSecurityPolicy, securityHeaders } from './security-headers';

const ask = (headers: Record<string, string> = {}, path = '/p/default/flags?env=production') =>
  proxy(new NextRequest(`http://localhost:3000${path}`, { headers: { host: 'localhost:3000', ...headers } }));
/** What the page will see: Next carries overridden request headers in its own response headers. */
const seen = (response: Response, name: string) => response.headers.get(`x-middleware-request-${name}`);
const nonceOf = (response: Response) =>
  /'nonce-([^']+)'/.exec(response.headers.get('content-security-policy') ?? '')?.[1];

describe('a page’s headers', () => {
  it('let scripts run by a nonce of this answer only', () => {
    const [one, two] = [ask(), ask()];
    expect(Buffer.from(nonceOf(one) ?? '', 'base64')).toHaveLength(18);
    expect(nonceOf(one)).not.toBe(nonceOf(two));
    expect(seen(one, 'x-nonce')).toBe(nonceOf(one));
    expect(seen(one, 'content-security-policy')).toBe(one.headers.get('content-security-policy'));
  });

  it('are the policy that was promised', () => {
    const directives = contentSecurityPolicy({ nonce: 'N', isDevelopment: false, secure: true }).split('; ');
    expect(directives).toEqual([
      "default-src 'self'",
      "script-src 'nonce-N' 'strict-dynamic'",
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data:",
      "font-src 'self'",
      "connect-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ]);
  });

  it('allow eval in development alone', () => {
    const page = { nonce: 'N', secure: false };
    expect(contentSecurityPolicy({ ...page, isDevelopment: true })).toContain("'unsafe-eval'");
    expect(contentSecurityPolicy({ ...page, isDevelopment: false })).not.toContain("'unsafe-eval'");
  });

  it('forbid sniffing and framing, and insist on TLS only where there is TLS', () => {
    const { headers } = ask();
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin');
    expect(headers.get('strict-transport-security')).toBeNull();
    const page = { nonce: 'N', isDevelopment: false };
    expect(securityHeaders({ ...page, secure: true })['strict-transport-security']).toMatch(/^max-age=31536000/);
  });
});

describe('what a request brings', () => {
  it('cannot set what only this server may', () => {
    const response = ask({
      'content-security-policy': "script-src 'nonce-evil'",
      'x-nonce': 'evil',
      'x-flagstaff-path': '//evil.example',
      'x-middleware-subrequest': 'proxy:proxy',
      'x-middleware-rewrite': '/evil',
      accept: 'text/html',
    });
    expect(seen(response, 'content-security-policy')).not.toContain('evil');
    expect(seen(response, 'x-nonce')).not.toBe('evil');
    expect(seen(response, 'x-flagstaff-path')).toBe('/p/default/flags?env=production');
    const kept = response.headers.get('x-middleware-override-headers')?.split(',') ?? [];
    expect(kept.filter((name) => name.startsWith('x-middleware-'))).toEqual([]);
    expect(kept).toContain('accept');
  });

  it('is let through by nothing and stopped by nothing here', () => {
    for (const path of ['/', '/p/secret/settings/users', '/sign-in']) {
      const response = ask({}, path);
      expect(response.headers.get('x-middleware-next')).toBe('1');
      expect(response.headers.get('location')).toBeNull();
    }
  });
});

it('leaves the APIs and static files alone', () => {
  const pattern = new RegExp(`^${config.matcher[0]}$`);
  for (const path of ['/', '/p/default/flags', '/sign-in', '/apiary', '/docs']) expect(pattern.test(path)).toBe(true);
  for (const path of ['/api/flags', '/ofrep/v1/evaluate/flags', '/_next/static/a.js', '/icon.svg']) {
    expect(pattern.test(path)).toBe(false);
  }
});
