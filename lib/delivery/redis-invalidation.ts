import { Redis } from 'ioredis';
import { CHANNEL, type Invalidation } from './invalidation';

const LONGEST_WAIT_MS = 2_000;

/** Over Redis. A subscribing connection can do nothing else, so there are two. */
export function redisInvalidation(url: string, instance: string): Invalidation {
  const options = {
    lazyConnect: true,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    connectTimeout: LONGEST_WAIT_MS,
    commandTimeout: LONGEST_WAIT_MS,
    retryStrategy: (attempt: number) => Math.min(50 * 2 ** attempt, LONGEST_WAIT_MS),
  };
  const sender = new Redis(url, options);
  const listener = new Redis(url, { ...options, autoResubscribe: false });
  // Without these an unreachable Redis would end the process; state() tells of it.
  sender.on('error', () => {});
  listener.on('error', () => {});
  return {
    async announce() {
      if (sender.status === 'ready') await sender.publish(CHANNEL, instance);
    },
    start(onMessage) {
      listener.on('message', (_channel, from) => {
        if (from !== instance) onMessage();
      });
      listener.on('ready', () => {
        listener.subscribe(CHANNEL).then(onMessage, () => listener.disconnect(true));
      });
      sender.connect().catch(() => {});
      listener.connect().catch(() => {});
    },
    state: () => (sender.status === 'ready' && listener.status === 'ready' ? 'ok' : 'unreachable'),
    async close() {
      sender.disconnect();
      listener.disconnect();
    },
  };
}
