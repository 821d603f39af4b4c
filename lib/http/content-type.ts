import { serviceError } from '@/lib/services/errors';

/** Whether a body says that it is JSON: `application/json`, or a type built on it. */
export function isJsonType(contentType: string | null): boolean {
  const type = contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
  return type === 'application/json' || /^application\/[a-z0-9.+-]+\+json$/.test(type);
}

/**
 * Lets JSON pass, and a request without a body, which needs no type. `body` is what was read, undefined for none: a
 * request that says neither length nor type may come with a stream that turns out to be empty, as every DELETE does.
 */
export function requireJson(headers: Headers, body?: unknown): void {
  const type = headers.get('content-type');
  if (isJsonType(type) || (type === null && body === undefined)) return;
  throw serviceError('unsupported', 'json_only');
}
