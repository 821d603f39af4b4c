import { EVALUATION_LIMITS } from '@/lib/delivery/request';
import { readBody } from '@/lib/http/read-body';
import { runtime } from '@/lib/runtime';
import { healthAnswer } from '@/lib/runtime-health-answer';

/** Without a server of ours in front, the platform wrote the address of who asks. */
const addressOf = (headers: Headers): string => headers.get('x-forwarded-for')?.split(',')[0]?.trim() ?? '';

/** The evaluation endpoints as a route, for platforms that start routes instead of the server. */
export async function deliveryRoute(request: Request): Promise<Response> {
  const own = runtime();
  // Without a database the rulesets in memory, if any, go on being served.
  await own.ready().catch((error: unknown) => own.log.error({ err: error }, 'the database cannot be reached'));
  const { method, headers, url, body } = request;
  const { pathname, search } = new URL(url);
  const answer = await own.respond({
    method,
    path: pathname,
    query: search.slice(1),
    headers: Object.fromEntries(headers),
    body: await readBody(body, headers.get('content-encoding'), EVALUATION_LIMITS),
    address: addressOf(headers),
  });
  if (!answer)
    return Response.json({ error: { code: 'not_found', message: 'There is nothing here.' } }, { status: 404 });
  answer.after();
  return new Response(method === 'HEAD' ? null : answer.body, { status: answer.status, headers: answer.headers });
}

/** The health endpoints as a route. */
export async function healthRoute(request: Request): Promise<Response> {
  const own = runtime();
  await own.ready().catch(() => {});
  const answer = healthAnswer(new URL(request.url).pathname, own);
  const headers = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' };
  return new Response(answer?.body ?? null, { status: answer?.status ?? 404, headers });
}
