import { jsonAnswer } from './json-answer';
import type { Operation } from './operation';

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;

/** Whether a reader would rather have a file than JSON: by the address, or by what it accepts. */
function wantsCsv(request: Request): boolean {
  const format = new URL(request.url).searchParams.get('format');
  if (format !== null) return format === 'csv';
  return /^\s*text\/csv\b/.test(request.headers.get('accept') ?? '');
}

/** A page as a file; the next one is named in `Link`. */
function csvAnswer(request: Request, text: string, nextCursor: unknown, requestId: string): Response {
  const headers = new Headers({
    'content-type': 'text/csv; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'x-request-id': requestId,
    vary: 'Accept',
  });
  if (typeof nextCursor === 'string') {
    const { pathname, searchParams } = new URL(request.url);
    const next = new URLSearchParams(searchParams);
    next.set('cursor', nextCursor);
    headers.set('link', `<${pathname}?${next}>; rel="next"`);
  }
  return new Response(text, { headers });
}

/** 204 for nothing, 201 with `Location` for something new, else 200; `ETag` is the version a later write names. */
export function successAnswer(operation: Operation, result: unknown, request: Request, requestId: string): Response {
  const path = new URL(request.url).pathname;
  if (operation.csv && wantsCsv(request)) {
    return csvAnswer(request, operation.csv(result), field(result, 'nextCursor'), requestId);
  }
  if (result === undefined || operation.answer === undefined) return jsonAnswer(204, null, requestId);
  // A list that is never cut into pages has the form of one that is.
  if (Array.isArray(result)) return jsonAnswer(200, { items: result, nextCursor: null }, requestId);
  const version = field(result, 'version');
  const headers: Record<string, string> = typeof version === 'number' ? { etag: `"${version}"` } : {};
  if (operation.created === undefined) return jsonAnswer(200, result, requestId, headers);
  const made = field(result, operation.created);
  if (typeof made === 'string') headers.location = `${path}/${encodeURIComponent(made)}`;
  return jsonAnswer(201, result, requestId, headers);
}
