import { setTimeout as wait } from 'node:timers/promises';
import { INCOMPLETE } from '@/lib/delivery/check-versions';
import type { Runtime } from '@/lib/runtime-shape';
import { isDatabaseFault } from '@/lib/services/database-fault';

const RETRY_MS = 1_000;
/** A database that neither answers nor refuses for this long is not waited for before requests are. */
const PATIENCE_MS = 10_000;

const isPassing = (error: unknown): boolean =>
  isDatabaseFault(error) || (error instanceof Error && 'code' in error && error.code === INCOMPLETE);

/** Keeps trying until the runtime is ready or `signal` says stop; only what may pass by itself is waited for. */
async function keepTrying(runtime: Runtime, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await wait(RETRY_MS, undefined, { signal });
    try {
      return await runtime.ready();
    } catch (error) {
      if (!isPassing(error)) throw error;
    }
  }
}

/**
 * Makes the runtime ready. Without its database it goes on trying in the background, and until then the instance
 * serves what it kept, or says that it has no flags. Any other reason, such as a failed migration, is thrown, and
 * given to `onFatal` when it comes later.
 */
export async function startRuntime(
  runtime: Runtime,
  signal: AbortSignal,
  onFatal: (error: unknown) => void,
): Promise<void> {
  const attempt = runtime.ready().catch((error: unknown) => {
    if (!isPassing(error)) throw error;
    runtime.log.error({ err: error }, 'the database cannot be reached; trying again');
    keepTrying(runtime, signal).catch((later: unknown) => {
      if (!signal.aborted) onFatal(later);
    });
  });
  // The embedded database is part of this process: its first start may take as long as it needs.
  if (runtime.env.databaseUrl === undefined) return attempt;
  const isIn = await Promise.race([attempt.then(() => true), wait(PATIENCE_MS, false, { ref: false })]);
  if (!isIn) attempt.catch(onFatal);
}
