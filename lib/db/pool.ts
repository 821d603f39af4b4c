import type { Socket } from 'node:net';
import pg from 'pg';
import { doesAnswer, UtcClient, unreachable, withCode } from '@/lib/db/pg-client';

/** In milliseconds; 0 is for ever. */
export type Timeouts = {
  /** For a new connection. */
  connectMs: number;
  /** For a connection of the pool to be free. */
  waitMs: number;
  /** Without a byte of a query's answer until the server is asked whether it answers anybody. */
  silentMs: number;
  /** For its answer to that; without one the query fails. A slow query of a server that answers may go on. */
  probeMs: number;
};

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
function watch(client: pg.PoolClient, config: pg.ClientConfig, { silentMs, probeMs }: Timeouts): void {
  const connection: unknown = Reflect.get(client, 'connection');
  if (!(connection instanceof Object)) return;
  const stream: unknown = Reflect.get(connection, 'stream');
  const emit: unknown = Reflect.get(connection, 'emit');
  if (!(stream instanceof Object) || !isSocket(stream) || typeof emit !== 'function') return;
  const isWaiting = () => Reflect.get(client, 'readyForQuery') !== true;
  stream.setTimeout(silentMs);
  stream.on('timeout', async () => {
    if (!isWaiting()) return;
    const answers = await doesAnswer(config, probeMs);
    if (stream.destroyed) return;
    stream.setTimeout(silentMs);
    // Nobody knows what the query still does, so its connection is not used again.
    if (!answers && isWaiting()) stream.destroy(unreachable('the database does not answer', 'ETIMEDOUT'));
  });
  stream.prependListener('close', (hadError: boolean) => {
    if (hadError || Reflect.get(client, '_ending') === true) return;
    emit.call(connection, 'error', unreachable('the database closed the connection', 'ECONNRESET'));
  });
}

function isSocket(value: object): value is Socket {
  return 'setTimeout' in value && 'destroy' in value && 'prependListener' in value;
}

export function createPool(config: pg.ClientConfig, size: number, timeouts: Timeouts): pg.Pool {
  // The pool's own option is one limit for both; a client can tell a new connection from a busy pool.
  class TimedClient extends UtcClient {
    constructor(options?: pg.ClientConfig) {
      super({ ...options, connectionTimeoutMillis: timeouts.connectMs });
    }
  }
  const pool = new CodedPool({
    ...config,
    max: size,
    Client: TimedClient,
    connectionTimeoutMillis: timeouts.waitMs,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
  });
  pool.on('connect', (client) => watch(client, config, timeouts));
  // An idle connection that breaks is replaced when next needed.
  pool.on('error', () => {});
  return pool;
}
