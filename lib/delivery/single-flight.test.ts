import { describe, expect, it } from 'vitest';
import { singleFlight } from './single-flight';

describe('a single flight', () => {
  it('runs one at a time, and once more for all who asked meanwhile', async () => {
    let runs = 0;
    let open = 0;
    let most = 0;
    const run = singleFlight(async () => {
      runs += 1;
      open += 1;
      most = Math.max(most, open);
      await new Promise((resolve) => setImmediate(resolve));
      open -= 1;
    });
    await Promise.all(Array.from({ length: 100 }, () => run()));
    expect({ runs, most }).toEqual({ runs: 2, most: 1 });
    await run();
    expect(runs).toBe(3);
  });

  it('gives those who asked meanwhile a run that began after they asked', async () => {
    let value = 0;
    let seen = -1;
    const run = singleFlight(async () => {
      const read = value;
      await new Promise((resolve) => setImmediate(resolve));
      seen = read;
    });
    const first = run();
    value = 1;
    const second = run();
    await first;
    expect(seen).toBe(0);
    await second;
    expect(seen).toBe(1);
  });

  it('passes failures on, and runs again after them', async () => {
    let runs = 0;
    const run = singleFlight(async () => {
      runs += 1;
      if (runs === 1) throw new Error('no');
    });
    const first = run();
    const second = run();
    await expect(first).rejects.toThrow('no');
    await expect(second).resolves.toBeUndefined();
    await expect(run()).resolves.toBeUndefined();
  });
});
