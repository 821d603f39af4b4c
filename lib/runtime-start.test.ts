import { describe, expect, it } from 'vitest';
import type { Database } from '@/lib/db/open';
import { testEnv } from '@/lib/delivery/testing/create-test-runtime';
import { createRuntime } from '@/lib/runtime';
import type { Runtime } from '@/lib/runtime-shape';
import { startRuntime } from '@/lib/runtime-start';

const unreachable = () => Object.assign(new Error('no answer'), { code: 'ECONNREFUSED' });

/** A runtime whose attempts to get ready end as given, the last one for ever. */
function attempting(outcomes: (Error | null)[]): { runtime: Runtime; attempts: () => number } {
  let attempts = 0;
  const base = createRuntime({ env: testEnv(), setUp: async (_: Database) => {} });
  const ready = async (): Promise<void> => {
    const outcome = outcomes[Math.min(attempts, outcomes.length - 1)];
    attempts += 1;
    if (outcome) throw outcome;
  };
  return { runtime: { ...base, ready }, attempts: () => attempts };
}

describe('a start', () => {
  it('without a database goes on trying until there is one', async () => {
    const { runtime, attempts } = attempting([unreachable(), unreachable(), null]);
    const fatal: unknown[] = [];
    await startRuntime(runtime, new AbortController().signal, (error) => void fatal.push(error));
    expect(attempts()).toBe(1);
    await expect.poll(attempts, { timeout: 10_000 }).toBe(3);
    expect(fatal).toEqual([]);
  });

  it('ends at once for what will not pass', async () => {
    const failed = Object.assign(new Error('the migration failed'), { code: 'migration_failed' });
    const { runtime } = attempting([failed]);
    await expect(startRuntime(runtime, new AbortController().signal, () => {})).rejects.toBe(failed);
  });

  it('tells later of what will not pass', async () => {
    const failed = Object.assign(new Error('the migration failed'), { code: 'migration_failed' });
    const { runtime } = attempting([unreachable(), failed]);
    const fatal: unknown[] = [];
    await startRuntime(runtime, new AbortController().signal, (error) => void fatal.push(error));
    await expect.poll(() => fatal, { timeout: 10_000 }).toEqual([failed]);
  });

  it('stops trying when told to end', async () => {
    const { runtime, attempts } = attempting([unreachable()]);
    const stopping = new AbortController();
    const fatal: unknown[] = [];
    await startRuntime(runtime, stopping.signal, (error) => void fatal.push(error));
    stopping.abort();
    await expect.poll(attempts, { timeout: 1_500, interval: 1_200 }).toBe(1);
    expect(fatal).toEqual([]);
  });
});
