/** Calls `work` again `ms` after its last call ended, until stopped. Keeps no process alive; failures are the work's. */
export function repeating(work: () => Promise<void>, ms: number): { start(): void; stop(): void } {
  let timer: NodeJS.Timeout | null = null;
  const arm = (): void => {
    timer = setTimeout(() => {
      work()
        .catch(() => {})
        .finally(() => timer && arm());
    }, ms);
    timer.unref();
  };
  return {
    start: () => {
      if (!timer) arm();
    },
    stop: () => {
      if (timer) clearTimeout(timer);
      timer = null;
    },
  };
}
