interface PageSecurity {
  nonce: string;
  /** React's development build needs `eval` for its error overlays. */
  isDevelopment: boolean;
  /** Whether the site is reached over TLS. */
  secure: boolean;
}

/** What pages may load and who may frame them. Scripts run by nonce only. */
export function contentSecurityPolicy({ nonce, isDevelopment }: PageSecurity): string {
  return [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** The headers of every page. */
export function securityHeaders(page: PageSecurity): Record<string, string> {
  return {
    'content-security-policy': contentSecurityPolicy(page),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=()',
    ...(page.secure ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  };
}

const OURS_ALONE = /^(content-security-policy(-report-only)?|x-nonce|x-flagstaff-path|x-middleware-.*)$/i;

/** The request's headers without those that only this server may set: what they say would be believed further in. */
export function withoutForgedHeaders(incoming: Headers): Headers {
  const kept = new Headers(incoming);
  for (const name of incoming.keys()) if (OURS_ALONE.test(name)) kept.delete(name);
  return kept;
}
