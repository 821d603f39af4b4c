export const ROUNDS = 60;
/** Of the columns that are printed. */
export const HEAD = [
  'milliseconds'.padEnd(54),
  ...['best', 'median', '95 %', 'cpu'].map((name) => name.padStart(8)),
].join(' ');

function percentile(times: readonly number[], part: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

export interface Timed {
  wall: number[];
  /** Of this process alone, which a busy machine does not lengthen. */
  processor: number[];
}

/** Times one piece of work, in milliseconds. */
export async function time(timed: Timed, work: () => Promise<unknown>): Promise<void> {
  const [started, used] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(used);
  timed.wall.push(performance.now() - started);
  timed.processor.push((user + system) / 1000);
}

/** Prints the best, median and 95th percentile, and the median of processor time; answers the best. */
export function print(name: string, { wall, processor }: Timed): number {
  const columns = [percentile(wall, 0), percentile(wall, 0.5), percentile(wall, 0.95), percentile(processor, 0.5)];
  console.log(name.padEnd(54), ...columns.map((ms) => ms.toFixed(1).padStart(8)));
  return percentile(wall, 0);
}

export async function measure(
  name: string,
  work: (round: number) => Promise<unknown>,
  rounds = ROUNDS,
): Promise<number> {
  await work(0);
  const timed: Timed = { wall: [], processor: [] };
  for (let round = 1; round <= rounds; round += 1) await time(timed, () => work(round));
  return print(name, timed);
}
