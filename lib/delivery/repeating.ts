/**
 * Calls `work` `first` after the start, and again `ms` after its last call ended, until stopped. Keeps no process
 * alive; failures are the work's.
 */
export function repeating(work: () => Promise<void>, ms: number, first = ms): { start(): void; stop(): void } {
  let timer: NodeJS.Timeout | null = null;
  const arm = (wait: number): void => {
    timer = setTimeout(() => {
      work()
        .catch(() => {})
        .finally(() => timer && arm(ms));
    }, wait);
    timer.unref();
  };
  return {
    start: () => {
      if (!timer) arm(first);
    },
    stop: () => {
      if (timer) clearTimeout(timer);
      timer = null;
    },
  };
}
