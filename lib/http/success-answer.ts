import { jsonAnswer } from './json-answer';
import type { Operation } from './operation';

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;

/** 204 for nothing, 201 with `Location` for something new, else 200; `ETag` is the version a later write names. */
export function successAnswer(operation: Operation, result: unknown, path: string, requestId: string): Response {
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
