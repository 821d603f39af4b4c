import type { InstallationScope, ProjectScope, ServiceContext, TenantScope } from '@/lib/services/context';
import { serviceError } from '@/lib/services/errors';
import { collectInput, type Params } from './collect-input';
import { requireJson } from './content-type';
import { errorAnswer, type ErrorLog } from './error-answer';
import { inputFields } from './input-fields';
import { methodNotAllowed, optionsAnswer } from './method-answers';
import { METHODS, type Method, type Operation } from './operation';
import { readJson } from './read-json';
import { readParams, type RouteArguments } from './read-params';
import { refuseKeysInQuery } from './refuse-keys-in-query';
import { requestIdOf } from './request-id';
import { successAnswer } from './success-answer';

/** What a route is given by the edge: who asks, and where mishaps are written. */
export interface Edge {
  /** Who asks, in this project; throws `unauthenticated`, `forbidden` (a foreign origin) or `not_found` (a stranger). */
  mintProject(request: Request, project: string, requestId: string): Promise<ServiceContext<ProjectScope>>;
  /** The same in one tenant of it; that tenant's own admins are let in too. */
  mintTenant(
    request: Request,
    place: { project: string; tenant: string },
    requestId: string,
  ): Promise<ServiceContext<TenantScope>>;
  mintInstallation(request: Request, requestId: string): Promise<ServiceContext<InstallationScope>>;
  log: ErrorLog;
}

/** What a route file exports for a method and, for the documentation, what it is made of. */
export interface RouteHandler {
  (request: Request, route?: RouteArguments): Promise<Response>;
  readonly path?: string;
  /** Absent: the method is refused, or is one that every route answers. */
  readonly operation?: Operation;
}
export type Operations = Partial<Record<Method, Operation>>;
export type RouteHandlers = Record<Method | 'HEAD' | 'OPTIONS', RouteHandler>;

interface Asked {
  edge: Edge;
  method: Method;
  requestId: string;
  request: Request;
}

/** A wrong type is refused unread, a missing one once it is known that there is a body. */
async function readTyped(request: Request): Promise<unknown> {
  requireJson(request.headers);
  const body = await readJson(request);
  requireJson(request.headers, body);
  return body;
}

/** Whether a parameter of the path is where the verb works, and not a part of its input. */
const isScope = ({ scope }: Operation, name: string): boolean =>
  (name === 'project' && scope !== 'installation') || (name === 'tenant' && scope === 'tenant');

/** Reads the input and calls the verb in the asker's own scope. */
async function perform(asked: Asked, operation: Operation, params: Params, fields: ReadonlySet<string>) {
  const { edge, request, requestId, method } = asked;
  const url = new URL(request.url);
  refuseKeysInQuery(url.searchParams);
  const ready = await authenticate(edge, operation, request, params, requestId);
  const body = method === 'GET' ? undefined : await readTyped(request);
  const named = Object.entries(params)
    .filter(([name]) => !isScope(operation, name))
    .map(([name, value]) => [operation.params?.[name] ?? (name === 'env' ? 'environment' : name), value]);
  const input = collectInput({
    method,
    url,
    body,
    fields,
    headers: request.headers,
    params: Object.fromEntries(named),
    query: operation.query ?? [],
  });
  return ready(input);
}

async function authenticate(
  edge: Edge,
  operation: Operation,
  request: Request,
  { project, tenant }: Params,
  requestId: string,
): Promise<(input: unknown) => Promise<unknown>> {
  if (operation.scope === 'installation') {
    const ctx = await edge.mintInstallation(request, requestId);
    return (input) => operation.verb(ctx, input);
  }
  if (project === undefined) throw serviceError('not_found');
  if (operation.scope === 'tenant') {
    if (tenant === undefined) throw serviceError('not_found');
    const ctx = await edge.mintTenant(request, { project, tenant }, requestId);
    return (input) => operation.verb(ctx, input);
  }
  const ctx = await edge.mintProject(request, project, requestId);
  return (input) => operation.verb(ctx, input);
}

function handlerOf(edge: Edge, path: string, method: Method, operation: Operation): RouteHandler {
  let fields: ReadonlySet<string> | undefined;
  const handler: RouteHandler = async (request, route) => {
    const requestId = requestIdOf(request.headers);
    try {
      fields ??= inputFields(operation.verb.input);
      const params = await readParams(route, path, new URL(request.url).pathname);
      const result = await perform({ edge, method, request, requestId }, operation, params, fields);
      return successAnswer(operation, result, request, requestId);
    } catch (thrown) {
      return errorAnswer(thrown, requestId, edge.log);
    }
  };
  return Object.assign(handler, { path, operation });
}

/**
 * Makes `route`, which derives a route file's handlers from verbs: limits, who asks, scope, input, answer and errors
 * are the same for all. Methods without an operation answer 405 in JSON.
 */
export function createRoute(edge: Edge): (path: string, operations: Operations) => RouteHandlers {
  return (path, operations) => {
    const allowed = METHODS.filter((method) => operations[method] !== undefined);
    const of = (method: Method): RouteHandler => {
      const operation = operations[method];
      return operation ? handlerOf(edge, path, method, operation) : methodNotAllowed(allowed);
    };
    const GET = of('GET');
    const HEAD: RouteHandler = async (request, route) => {
      const { status, headers } = await GET(request, route);
      return new Response(null, { status, headers });
    };
    return {
      GET,
      HEAD,
      POST: of('POST'),
      PUT: of('PUT'),
      PATCH: of('PATCH'),
      DELETE: of('DELETE'),
      OPTIONS: optionsAnswer(allowed),
    };
  };
}
