import { methodNotAllowed, optionsAnswer } from './method-answers';
import type { Method } from './operation';
import { requestIdOf } from './request-id';

type Answer = (request: Request) => Promise<Response>;

/** Answers GET with a document that is the same until the next release, for everybody and from any page. */
export function documentRoute(build: () => unknown): Record<Method | 'HEAD' | 'OPTIONS', Answer> {
  let text: string | undefined;
  const GET: Answer = async (request) => {
    text ??= JSON.stringify(build());
    return new Response(text, {
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'cache-control': 'public, max-age=300',
        'access-control-allow-origin': '*',
        'x-content-type-options': 'nosniff',
        'x-request-id': requestIdOf(request.headers),
      },
    });
  };
  const HEAD: Answer = async (request) => {
    const { status, headers } = await GET(request);
    return new Response(null, { status, headers });
  };
  const refuse = methodNotAllowed(['GET']);
  return { GET, HEAD, POST: refuse, PUT: refuse, PATCH: refuse, DELETE: refuse, OPTIONS: optionsAnswer(['GET']) };
}
