import pg from 'pg';

/** Every session is in UTC: as a start-up parameter it also holds behind a transaction pooler. */
export class UtcClient extends pg.Client {
  getStartupConf(): Record<string, unknown> {
    const inherited: unknown = Reflect.get(pg.Client.prototype, 'getStartupConf');
    const conf: unknown = typeof inherited === 'function' ? inherited.call(this) : {};
    return Object.assign({ TimeZone: 'UTC' }, conf);
  }
}

type Code = 'ETIMEDOUT' | 'ECONNRESET' | 'ECONNREFUSED';

/** An error in the shape of a socket's, which the adapter translates. */
export function unreachable(message: string, code: Code, cause?: unknown): Error {
  return Object.assign(new Error(message, { cause }), { code, syscall: 'connect', errno: -1 });
}

/** Gives a code to failures to connect that come without one, so that callers need not read messages. */
export function withCode(error: Error): Error {
  const code: unknown = Reflect.get(error, 'code');
  if (code === 'ENOENT' || code === 'EACCES') return unreachable('the database is not running', 'ECONNREFUSED', error);
  return typeof code === 'string' ? error : unreachable('the database did not answer in time', 'ETIMEDOUT', error);
}

/** One connection of its own; the caller ends it. */
export async function connectClient(config: pg.ClientConfig, connectMs: number): Promise<pg.Client> {
  const client = new UtcClient({ ...config, connectionTimeoutMillis: connectMs, keepAlive: true });
  // A listener, so that a broken connection does not end the process; who waits for a query hears of it there.
  client.on('error', () => {});
  try {
    await client.connect();
    return client;
  } catch (error) {
    await client.end().catch(() => {});
    throw error instanceof Error ? withCode(error) : error;
  }
}

const SILENT = new Set([
  'ETIMEDOUT',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOTFOUND',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);
/** It runs, but takes no queries: starting up, shutting down, crashed. */
const NOT_SERVING = new Set(['57P01', '57P02', '57P03']);

/** Whether the server answers a new connection within `ms`, be it with an error. Never rejects. */
export async function doesAnswer(config: pg.ClientConfig, ms: number): Promise<boolean> {
  let client: pg.Client | undefined;
  const timer = new Promise<false>((resolve) => setTimeout(() => resolve(false), ms).unref());
  const asking = (async () => {
    client = await connectClient(config, ms);
    await client.query('SELECT 1');
    return true;
  })().catch((error: unknown) => {
    const code: unknown = error instanceof Object ? Reflect.get(error, 'code') : undefined;
    return typeof code === 'string' && !SILENT.has(code) && !NOT_SERVING.has(code);
  });
  const answer = await Promise.race([asking, timer]);
  void client?.end().catch(() => {});
  return answer;
}
