import { errorBody } from './error-answer';
import { jsonAnswer } from './json-answer';
import type { Method } from './operation';
import { requestIdOf } from './request-id';

type Answer = (request: Request) => Promise<Response>;

/** Answers every method with 404 in JSON. */
export function notFoundRoute(): Record<Method | 'HEAD' | 'OPTIONS', Answer> {
  const answer: Answer = async (request) => {
    const requestId = requestIdOf(request.headers);
    return jsonAnswer(404, errorBody({ kind: 'not_found', code: 'not_found' }, requestId), requestId);
  };
  const head: Answer = async (request) => {
    const { status, headers } = await answer(request);
    return new Response(null, { status, headers });
  };
  return { GET: answer, POST: answer, PUT: answer, PATCH: answer, DELETE: answer, OPTIONS: answer, HEAD: head };
}
