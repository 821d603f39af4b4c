/**
 * Tells other instances that something was committed, and is told by them. A message only hastens the next version
 * check, so a lost, doubled or foreign one does no harm, and it need not say what changed.
 */
export interface Invalidation {
  announce(): Promise<void>;
  /** Begins to listen; calls back for others' messages, and after a lost connection is back. */
  start(onMessage: () => void): void;
  state(): 'ok' | 'unreachable' | 'unused';
  close(): Promise<void>;
}

export const CHANNEL = 'flagstaff_committed';

/** For one process alone: its own commits are known to it already. */
export const inProcessInvalidation = (): Invalidation => ({
  announce: async () => {},
  start: () => {},
  state: () => 'unused',
  close: async () => {},
});
