import pg from 'pg';

export type Timeouts = {
  /** For a new connection, and for a free one of the pool, in milliseconds. */
  connectMs: number;
  /** For a query of which no byte arrives; its connection is then closed, since nobody knows what it still does. */
  queryMs: number;
};

/** Every session is in UTC: as a start-up parameter it also holds behind a transaction pooler. */
class UtcClient extends pg.Client {
  getStartupConf(): Record<string, unknown> {
    const inherited: unknown = Reflect.get(pg.Client.prototype, 'getStartupConf');
    const conf: unknown = typeof inherited === 'function' ? inherited.call(this) : {};
    return Object.assign({ TimeZone: 'UTC' }, conf);
  }
}

function unreachable(message: string, code: 'ETIMEDOUT' | 'ECONNRESET' | 'ECONNREFUSED', cause?: unknown): Error {
  return Object.assign(new Error(message, { cause }), { code, syscall: 'connect', errno: -1 });
}

/** Gives a code to failures that come without one, so that callers need not read messages. */
function withCode(error: Error): Error {
  const code: unknown = Reflect.get(error, 'code');
  if (code === 'ENOENT' || code === 'EACCES') return unreachable('the database is not running', 'ECONNREFUSED', error);
  return typeof code === 'string' ? error : unreachable('the database did not answer in time', 'ETIMEDOUT', error);
}

type Done = (release?: unknown) => void;
type OnConnect = (error: Error | undefined, client: pg.PoolClient | undefined, done: Done) => void;

class CodedPool extends pg.Pool {
  override connect(): Promise<pg.PoolClient>;
  override connect(callback: OnConnect): void;
  override connect(callback?: OnConnect): Promise<pg.PoolClient> | void {
    if (callback) {
      super.connect((error, client, done) => callback(error && withCode(error), client, done));
      return;
    }
    return super.connect().catch((error: unknown) => {
      throw error instanceof Error ? withCode(error) : error;
    });
  }
}

/** Ends a connection whose query hangs, and names a lost one by a code. */
function watch(client: pg.PoolClient, queryMs: number): void {
  const connection: unknown = Reflect.get(client, 'connection');
  if (!(connection instanceof Object)) return;
  const stream: unknown = Reflect.get(connection, 'stream');
  const emit: unknown = Reflect.get(connection, 'emit');
  if (!(stream instanceof Object) || !isSocket(stream) || typeof emit !== 'function') return;
  stream.setTimeout(queryMs);
  stream.on('timeout', () => {
    if (Reflect.get(client, 'readyForQuery') === true) return;
    stream.destroy(unreachable(`the database did not answer within ${queryMs} ms`, 'ETIMEDOUT'));
  });
  stream.prependListener('close', (hadError: boolean) => {
    if (hadError || Reflect.get(client, '_ending') === true) return;
    emit.call(connection, 'error', unreachable('the database closed the connection', 'ECONNRESET'));
  });
}

function isSocket(value: object): value is import('node:net').Socket {
  return 'setTimeout' in value && 'destroy' in value && 'prependListener' in value;
}

export function createPool(config: pg.ClientConfig, size: number, timeouts: Timeouts): pg.Pool {
  const pool = new CodedPool({
    ...config,
    max: size,
    Client: UtcClient,
    connectionTimeoutMillis: timeouts.connectMs,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
  });
  pool.on('connect', (client) => watch(client, timeouts.queryMs));
  // An idle connection that breaks is replaced when next needed.
  pool.on('error', () => {});
  return pool;
}

/** One connection of its own, for LISTEN and migrations; the caller ends it. */
export async function connectClient(config: pg.ClientConfig, connectMs: number): Promise<pg.Client> {
  const client = new UtcClient({ ...config, connectionTimeoutMillis: connectMs, keepAlive: true });
  try {
    await client.connect();
  } catch (error) {
    await client.end().catch(() => {});
    throw error instanceof Error ? withCode(error) : error;
  }
  return client;
}
