import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { appRoot } from '@/lib/db/app-root';
import { decodePart, matchPath } from '@/lib/delivery/match-path';
import { EVALUATION_LIMITS } from '@/lib/delivery/request';
import { readBody } from '@/lib/http/read-body';
import { healthAnswer } from '@/lib/runtime-health-answer';
import { cleanRequest } from '@/lib/runtime-request';
import type { Runtime } from '@/lib/runtime-shape';

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;
type Headers = Record<string, string>;

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
/** A client that sends slowly on purpose is cut off; proxies keep idle connections for a minute. */
const TIMEOUTS = { headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 65_000 };
const MAX_HEADER_BYTES = 32_768;
/** What is said of a request that is none. */
const CLIENT_ERRORS: Headers = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};
/** How long the rest of a body that is not wanted is read, so that its sender gets to read the answer. */
const LINGER_MS = 1_000;

/** The folder of `.next` and `prisma`. */
export const serverFolder = (): string => appRoot();

function send(response: ServerResponse, status: number, headers: Headers, body: string | null): void {
  if (body === null) response.writeHead(status, headers).end();
  else response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) }).end(body);
}

function sendJson(response: ServerResponse, status: number, body: string, headers: Headers = {}): void {
  const fixed = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' };
  send(response, status, { ...fixed, 'x-content-type-options': 'nosniff', ...headers }, body);
}

const errorJson = (code: string, message: string, requestId: string): string =>
  JSON.stringify({ error: { code, message, requestId } });

/** Lets go of a request whose body was not read to its end; of its connection too unless the rest comes soon. */
function linger(request: IncomingMessage, socket: Socket): void {
  // The socket, as what is behind may have destroyed the request and so have stopped the reading for good.
  const timer = setTimeout(() => socket.destroy(), LINGER_MS);
  request.once('end', () => clearTimeout(timer));
  request.resume();
}

async function evaluate(
  runtime: Runtime,
  request: IncomingMessage,
  response: ServerResponse,
  [path, query]: [string, string],
  { address, requestId }: { address: string; requestId: string },
): Promise<void> {
  const { method = 'GET', headers, socket } = request;
  const body =
    method === 'POST'
      ? await readBody(request.iterator({ destroyOnReturn: false }), headers['content-encoding'], EVALUATION_LIMITS)
      : ({ ok: true, bytes: new Uint8Array(0) } as const);
  const pending = runtime.respond({ method, path, query, headers, body, address });
  const answer = pending instanceof Promise ? await pending : pending;
  if (!answer) return sendJson(response, 404, errorJson('not_found', 'There is nothing here.', requestId));
  const isWhole = request.complete || method !== 'POST';
  const closing: Headers = isWhole ? {} : { connection: 'close' };
  send(response, answer.status, { ...answer.headers, ...closing, 'x-request-id': requestId }, answer.body);
  answer.after();
  if (!isWhole) linger(request, socket);
}

/**
 * The framework leaves the rest of a body that it refused in the connection, whose next request would then wait for
 * an answer until it times out. A request that it destroyed cannot be read on, so its connection has to end.
 */
function withoutRemains(request: IncomingMessage, response: ServerResponse): void {
  const { socket } = request;
  const writeHead = response.writeHead.bind(response) as (...head: unknown[]) => ServerResponse;
  response.writeHead = (...head: unknown[]) => {
    if (request.destroyed && !request.complete) response.setHeader('connection', 'close');
    return writeHead(...head);
  };
  response.once('finish', () => {
    if (!request.complete) linger(request, socket);
  });
}

function listener(runtime: Runtime, next: Handler): Handler {
  const { trustedProxies } = runtime.env;
  return async (request, response) => {
    const { url = '/', method = '' } = request;
    const cleaned = cleanRequest(request, trustedProxies);
    const { requestId } = cleaned;
    const mark = url.indexOf('?');
    const path = mark === -1 ? url : url.slice(0, mark);
    if (!METHODS.has(method)) {
      const allow = [...METHODS].join(', ');
      return sendJson(response, 405, errorJson('method_not_allowed', 'Not allowed.', requestId), { allow });
    }
    // An address of another host, or `*`: this is no proxy.
    if (!path.startsWith('/')) return sendJson(response, 400, errorJson('invalid', 'Not a path.', requestId));
    if (matchPath(path) || path.startsWith('/ofrep/')) {
      return evaluate(runtime, request, response, [path, mark === -1 ? '' : url.slice(mark + 1)], cleaned);
    }
    const health = method === 'GET' || method === 'HEAD' ? healthAnswer(path, runtime) : null;
    if (health) return sendJson(response, health.status, health.body);
    // The framework would lead elsewhere, without a word that a program reads: no address of ours has an empty part.
    if (path.startsWith('/api/') && path.includes('//')) {
      return sendJson(response, 404, errorJson('not_found', 'There is nothing here.', requestId));
    }
    // The framework would answer an address that cannot be decoded with a page.
    if (path.startsWith('/api/') && decodePart(path) === null) {
      return sendJson(response, 400, errorJson('invalid', 'The address is not percent-encoded UTF-8.', requestId));
    }
    withoutRemains(request, response);
    return next(request, response);
  };
}

/**
 * The self-hosted server: evaluations and health are answered here, from memory, all else by the framework behind,
 * through which they could not go a tenth as fast.
 */
export function createHttpServer(runtime: Runtime, next: Handler): Server {
  const handle = listener(runtime, next);
  const options = { ...TIMEOUTS, maxHeaderSize: MAX_HEADER_BYTES, connectionsCheckingInterval: 5_000 };
  const server = createServer(options, (request, response) => {
    handle(request, response).catch((error: unknown) => {
      runtime.log.error({ err: error }, 'a request failed');
      if (response.headersSent) response.destroy();
      else sendJson(response, 500, errorJson('internal', 'Something went wrong.', ''));
    });
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy();
    const status = CLIENT_ERRORS[error.code ?? ''] ?? '400 Bad Request';
    socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
  });
  return server;
}
