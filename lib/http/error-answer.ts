import { isDatabaseFault } from '@/lib/services/database-fault';
import { asServiceError, serviceError, type ErrorKind, type ServiceErrorShape } from '@/lib/services/errors';
import { errorText } from './error-text';
import { jsonAnswer } from './json-answer';

const STATUS: Readonly<Record<ErrorKind, number>> = {
  accepted: 202,
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  unsupported: 415,
  refused: 422,
  throttled: 429,
  unavailable: 503,
};

export interface ErrorLog {
  error(fields: Record<string, unknown>, message: string): void;
}

function refusalOf(thrown: unknown): ServiceErrorShape | null {
  const known = asServiceError(thrown);
  if (known) return known;
  return isDatabaseFault(thrown) ? serviceError('unavailable', 'unavailable', { retryAfter: 1 }) : null;
}

function headersOf({ kind, retryAfter }: ServiceErrorShape): Record<string, string> {
  if (kind === 'unauthenticated') return { 'www-authenticate': 'Bearer realm="flagstaff"' };
  return retryAfter === undefined ? {} : { 'retry-after': String(Math.max(1, Math.ceil(retryAfter))) };
}

/**
 * The only place where an error becomes HTTP. A refusal says its code, a sentence and what is wrong where, and
 * nothing of what was sent; anything else is 500 without details, and goes to the log.
 */
export function errorAnswer(thrown: unknown, requestId: string, log: ErrorLog): Response {
  const refusal = refusalOf(thrown);
  if (!refusal) {
    log.error({ err: thrown, requestId }, 'a request failed');
    return jsonAnswer(500, errorBody({ code: 'internal', kind: 'internal' }, requestId), requestId);
  }
  if (refusal.kind === 'accepted') return jsonAnswer(202, refusal.accepted ?? {}, requestId);
  if (refusal.kind === 'unavailable') log.error({ err: thrown, requestId }, 'the database did not answer');
  return jsonAnswer(STATUS[refusal.kind], errorBody(refusal, requestId), requestId, headersOf(refusal));
}

type Worded = Omit<ServiceErrorShape, 'kind'> & { kind: ErrorKind | 'internal' | 'method_not_allowed' };

/** The one shape of an error; `current` is what is stored, for a conflict. */
export function errorBody({ code, kind, params, issues, current }: Worded, requestId: string) {
  const error: Record<string, unknown> = { code, message: errorText(code, kind, params), requestId };
  if (issues && issues.length > 0)
    error.issues = issues.map(({ path, code: id, message }) => ({ path, code: id, message }));
  if (kind === 'conflict' && current !== undefined) error.current = current;
  return { error };
}
