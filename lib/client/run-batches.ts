/** What became of a list that was sent in parts. */
export interface BatchRun<T> {
  /** What the parts that were done answered. */
  answers: T[];
  /** Entries of those parts. */
  done: number;
  failed: { keys: string[]; error: unknown }[];
  /** Never sent: it was stopped, or what failed would have failed again. */
  left: string[];
}

export interface BatchOptions<T> {
  keys: readonly string[];
  size: number;
  send: (part: readonly string[]) => Promise<T>;
  /** Once aborted no further part is sent; the one under way is waited for, since its answer counts. */
  signal: AbortSignal;
  /** The fault lies in one entry: the part is halved until it stands alone, and the others are done. */
  isOfOne: (error: unknown) => boolean;
  onDone: (done: number) => void;
}

/** Sends a list in parts, one after another. What was done stays done; the rest is answered, to be sent again. */
export async function runBatches<T>(options: BatchOptions<T>): Promise<BatchRun<T>> {
  const { keys, size, send, signal, isOfOne, onDone } = options;
  const run: BatchRun<T> = { answers: [], done: 0, failed: [], left: [] };
  const parts: string[][] = [];
  for (let start = 0; start < keys.length; start += size) parts.push(keys.slice(start, start + size));
  let isStuck = false;
  for (let part = parts.shift(); part; part = parts.shift()) {
    if (signal.aborted || isStuck) {
      run.left.push(...part);
      continue;
    }
    try {
      run.answers.push(await send(part));
      run.done += part.length;
      onDone(run.done);
    } catch (error) {
      const half = Math.ceil(part.length / 2);
      if (isOfOne(error) && part.length > 1) parts.unshift(part.slice(0, half), part.slice(half));
      else {
        run.failed.push({ keys: part, error });
        isStuck = !isOfOne(error);
      }
    }
  }
  return run;
}
