import { CHANNEL, type Invalidation } from './invalidation';

const SHORTEST_WAIT_MS = 50;
const LONGEST_WAIT_MS = 2_000;

/** What is used of a connection. */
interface Listening {
  on(event: 'error' | 'end', listener: () => void): unknown;
  on(event: 'notification', listener: (message: { payload?: string | undefined }) => void): unknown;
  query(text: string): Promise<unknown>;
  end(): Promise<void>;
}
export interface PostgresLine {
  /** A connection of its own, past any pooler: LISTEN belongs to a session. */
  connect: () => Promise<Listening>;
  notify: (channel: string, payload: string) => Promise<unknown>;
}

/** Over PostgreSQL's own LISTEN and NOTIFY. */
export function postgresInvalidation({ connect, notify }: PostgresLine, instance: string): Invalidation {
  let client: Listening | null = null;
  let timer: NodeJS.Timeout | null = null;
  let isClosed = false;

  const listen = async (onMessage: () => void, wait: number): Promise<void> => {
    const again = (after: number): void => {
      client = null;
      if (isClosed || timer) return;
      timer = setTimeout(() => {
        timer = null;
        void listen(onMessage, Math.min(after * 2, LONGEST_WAIT_MS));
      }, after);
      timer.unref();
    };
    try {
      const own = await connect();
      own.on('error', () => again(SHORTEST_WAIT_MS));
      own.on('end', () => again(SHORTEST_WAIT_MS));
      own.on('notification', ({ payload }) => {
        if (payload !== instance) onMessage();
      });
      await own.query(`LISTEN ${CHANNEL}`);
      if (isClosed) return void (await own.end());
      client = own;
      // What was announced while nobody listened.
      onMessage();
    } catch {
      again(wait);
    }
  };

  return {
    announce: async () => void (await notify(CHANNEL, instance)),
    start: (onMessage) => void listen(onMessage, SHORTEST_WAIT_MS),
    state: () => (client ? 'ok' : 'unreachable'),
    async close() {
      isClosed = true;
      if (timer) clearTimeout(timer);
      await client?.end().catch(() => {});
    },
  };
}
