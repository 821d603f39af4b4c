import { type NextRequest, NextResponse } from 'next/server';
import { PATH_HEADER } from '@/lib/auth/path-header';
import { securityHeaders, withoutForgedHeaders } from '@/lib/auth/security-headers';
import { siteOf } from '@/lib/auth/site';
import { env } from '@/lib/env';

/** Gives pages their headers. It lets nobody in and keeps nobody out: that is decided beside the data. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(18))).toString('base64');
  const secure = siteOf(request.headers).secure;
  const answered = securityHeaders({ nonce, secure, isDevelopment: env().mode === 'development' });
  const headers = withoutForgedHeaders(request.headers);
  headers.set('x-nonce', nonce);
  // Next reads the nonce for its own scripts here.
  headers.set('content-security-policy', answered['content-security-policy'] ?? '');
  const { pathname, searchParams } = request.nextUrl;
  searchParams.delete('_rsc');
  headers.set(PATH_HEADER, searchParams.size > 0 ? `${pathname}?${searchParams}` : pathname);
  const response = NextResponse.next({ request: { headers } });
  for (const [name, value] of Object.entries(answered)) response.headers.set(name, value);
  return response;
}

/** Pages only: the APIs set their own headers, and read their bodies as a stream that a proxy would buffer. */
export const config = {
  matcher: ['/((?!api/|ofrep/|_next/static/|_next/image|icon\\.svg$|favicon\\.ico$).*)'],
};
