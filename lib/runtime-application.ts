import { readBearer } from '@/lib/auth/admin-key';
import { dependencies } from '@/lib/auth/dependencies';
import { mintApplication } from '@/lib/auth/mint-application';
import { corsHeaders, isOriginAllowed, preflightHeaders } from '@/lib/delivery/cors';
import { type Claims, readProof } from '@/lib/delivery/proof';
import type { JsonValue, KeyKind } from '@/lib/engine/types';
import { requireJson } from '@/lib/http/content-type';
import { errorAnswer } from '@/lib/http/error-answer';
import { jsonAnswer } from '@/lib/http/json-answer';
import { methodNotAllowed } from '@/lib/http/method-answers';
import { METHODS, type Method } from '@/lib/http/operation';
import { readJson } from '@/lib/http/read-json';
import { refuseKeysInQuery } from '@/lib/http/refuse-keys-in-query';
import { requestIdOf } from '@/lib/http/request-id';
import { runtime } from '@/lib/runtime';
import type { Runtime } from '@/lib/runtime-shape';
import type { ProjectScope, ServiceContext } from '@/lib/services/context';
import { serviceError } from '@/lib/services/errors';

/** An application that reports about its subjects. */
export interface Application {
  ctx: ServiceContext<ProjectScope>;
  /** The key of the environment that its own key belongs to. */
  environment: string;
  kind: KeyKind;
  /** Who a client key has proven that it speaks of. */
  claims: Claims | null;
}
export interface ApplicationRequest {
  query: URLSearchParams;
  /** Undefined without a body, and for GET. */
  body: JsonValue | undefined;
}
export type ApplicationHandler = (
  application: Application,
  request: ApplicationRequest,
) => Promise<{ status: number; body: object }>;
type Handlers = Partial<Record<Method, ApplicationHandler>>;
type Answer = (request: Request) => Promise<Response>;

/** Lets a server key pass, and a client key about whom it has proven; throws `forbidden` for all others. */
export function requireSubject({ kind, claims }: Application, targetingKey: string): void {
  if (kind === 'server') return;
  if (claims === null) throw serviceError('forbidden', 'proof_needed');
  if (claims.targetingKey !== targetingKey) throw serviceError('forbidden', 'proof_mismatch');
}

/** Who asks, from memory, and what pages of its origin may read. Throws `unauthenticated` or `forbidden`. */
function authenticate({ store, proofs, now }: Runtime, headers: Headers) {
  const secret = readBearer(headers);
  const found = secret === null ? null : store.findKey(secret);
  const environment = found && store.get(found.environmentId);
  const isExpired = found?.body.expiresAt !== undefined && Date.parse(found.body.expiresAt) <= now().getTime();
  if (!found || !environment || isExpired) throw serviceError(store.isReady() ? 'unauthenticated' : 'unavailable');
  const { kind, origins } = found.body;
  if (!isOriginAllowed(headers.get('origin') ?? undefined, kind, origins)) {
    throw serviceError('forbidden', 'key_origin');
  }
  if (kind === 'server') return { keyId: found.id, kind, claims: null };
  const header = headers.get('x-flagstaff-subject') ?? undefined;
  const read = readProof(proofs, environment, header, now().getTime());
  if ('claims' in read) return { keyId: found.id, kind, claims: read.claims };
  throw read.status === 401 ? serviceError('unauthenticated', read.code) : serviceError('unavailable');
}

/** Errors too may be read by the pages that may use the key. */
function corsOf({ store }: Runtime, headers: Headers): Record<string, string> {
  const secret = readBearer(headers);
  const key = secret === null ? null : store.findKey(secret);
  return corsHeaders(headers.get('origin') ?? undefined, key?.body.kind ?? null, key?.body.origins ?? []);
}

async function readBody(request: Request): Promise<JsonValue | undefined> {
  requireJson(request.headers);
  const body = await readJson(request);
  requireJson(request.headers, body);
  return body;
}

function answerOf(method: Method, handler: ApplicationHandler): Answer {
  return async (request) => {
    const own = runtime();
    const requestId = requestIdOf(request.headers);
    try {
      const query = new URL(request.url).searchParams;
      refuseKeysInQuery(query);
      await own.ready().catch(() => {});
      const { keyId, kind, claims } = authenticate(own, request.headers);
      const body = method === 'GET' ? undefined : await readBody(request);
      const minted = await mintApplication(await dependencies(request.headers), keyId, requestId);
      own.touchKey(keyId);
      const answer = await handler({ ...minted, kind, claims }, { query, body });
      return jsonAnswer(answer.status, answer.body, requestId, corsOf(own, request.headers));
    } catch (thrown) {
      const answer = errorAnswer(thrown, requestId, own.log);
      for (const [name, value] of Object.entries(corsOf(own, request.headers))) answer.headers.set(name, value);
      return answer;
    }
  };
}

/**
 * Makes a route that applications use with a client or server key: who asks is known from memory, pages of allowed
 * origins may call it, and errors have the shape of the admin API's.
 */
export function applicationRoute(handlers: Handlers): Record<Method | 'HEAD' | 'OPTIONS', Answer> {
  const allowed = METHODS.filter((method) => handlers[method] !== undefined);
  const refuse = methodNotAllowed(allowed);
  const of = (method: Method): Answer => {
    const handler = handlers[method];
    return handler ? answerOf(method, handler) : refuse;
  };
  return {
    GET: of('GET'),
    HEAD: refuse,
    POST: of('POST'),
    PUT: of('PUT'),
    PATCH: of('PATCH'),
    DELETE: of('DELETE'),
    OPTIONS: async (request) =>
      jsonAnswer(204, null, requestIdOf(request.headers), preflightHeaders([...allowed, 'OPTIONS'].join(', '))),
  };
}
