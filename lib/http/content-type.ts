import { serviceError } from '@/lib/services/errors';

/** Whether a body says that it is JSON: `application/json`, or a type built on it. */
export function isJsonType(contentType: string | null): boolean {
  const type = contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
  return type === 'application/json' || /^application\/[a-z0-9.+-]+\+json$/.test(type);
}

/** Lets JSON pass, and a request without a body, which needs no type. */
export function requireJson(request: Request): void {
  const type = request.headers.get('content-type');
  if (isJsonType(type)) return;
  if (type === null && (request.body === null || request.headers.get('content-length') === '0')) return;
  throw serviceError('unsupported', 'json_only');
}
