import { errorBody } from './error-answer';
import { jsonAnswer } from './json-answer';
import type { Method } from './operation';
import { requestIdOf } from './request-id';

const allowOf = (allowed: readonly Method[]): string =>
  [...allowed, ...(allowed.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ');

/** 405 in JSON, saying what is allowed. */
export function methodNotAllowed(allowed: readonly Method[]) {
  return async (request: Request): Promise<Response> => {
    const requestId = requestIdOf(request.headers);
    const body = errorBody({ kind: 'method_not_allowed', code: 'method_not_allowed' }, requestId);
    return jsonAnswer(405, body, requestId, { allow: allowOf(allowed) });
  };
}

/** What may be asked here; no other origin is invited. */
export function optionsAnswer(allowed: readonly Method[]) {
  return async (request: Request): Promise<Response> =>
    jsonAnswer(204, null, requestIdOf(request.headers), { allow: allowOf(allowed) });
}
