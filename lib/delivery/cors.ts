import type { KeyKind } from '@/lib/engine/types';

const REQUEST_HEADERS =
  'Authorization, Content-Type, If-None-Match, X-API-Key, X-Flagstaff-Sdk, X-Flagstaff-Subject, X-Request-Id';
/** Browsers cap it at two hours. */
const PREFLIGHT_SECONDS = '7200';

/** What a preflight is told. It carries no key, so whether the origin is allowed is said by the answer itself. */
export const preflightHeaders = (methods: string): Record<string, string> => ({
  'access-control-allow-origin': '*',
  'access-control-allow-methods': methods,
  'access-control-allow-headers': REQUEST_HEADERS,
  'access-control-max-age': PREFLIGHT_SECONDS,
});

/** Whether a page of this origin may use the key; other programs send no origin, and the list is not for them. */
export function isOriginAllowed(origin: string | undefined, kind: KeyKind, origins: readonly string[]): boolean {
  return kind === 'server' || origin === undefined || origins.length === 0 || origins.includes(origin);
}

/**
 * Lets pages read the answer: of any origin, or of those on the key's list. Never with credentials, and never the
 * answers of server keys, which have no business in a page. Without a valid key (`kind` null) pages may read why.
 */
export function corsHeaders(
  origin: string | undefined,
  kind: KeyKind | null,
  origins: readonly string[],
): Record<string, string> {
  if (origin === undefined || kind === 'server') return {};
  if (origins.length > 0 && !origins.includes(origin)) return {};
  return {
    'access-control-allow-origin': origins.length > 0 ? origin : '*',
    'access-control-expose-headers': 'ETag, Retry-After',
  };
}
