import { describe, expect, it } from 'vitest';
import { runBatches } from './run-batches';

const keys = ['a', 'b', 'c', 'd', 'e'];
const gone = new Error('gone');
const lost = new Error('lost');

/** Sends in parts of two, and notes what was sent and how far it was said to be. */
function trial(send: (part: readonly string[]) => void, stopper = new AbortController()) {
  const sent: string[] = [];
  const steps: number[] = [];
  const run = runBatches({
    keys,
    size: 2,
    signal: stopper.signal,
    isOfOne: (error) => error === gone,
    onDone: (done) => steps.push(done),
    send: async (part) => {
      sent.push(part.join(''));
      send(part);
      return part.join('').toUpperCase();
    },
  });
  return { run, sent, steps };
}

describe('a list that is sent in parts', () => {
  it('goes one part after another, and says how far it is', async () => {
    const { run, sent, steps } = trial(() => undefined);
    expect(await run).toEqual({ answers: ['AB', 'CD', 'E'], done: 5, failed: [], left: [] });
    expect(sent).toEqual(['ab', 'cd', 'e']);
    expect(steps).toEqual([2, 4, 5]);
  });

  it('is stopped after the part under way, whose answer counts', async () => {
    const stopper = new AbortController();
    const { run, sent } = trial((part) => part.includes('c') && stopper.abort(), stopper);
    expect(await run).toEqual({ answers: ['AB', 'CD'], done: 4, failed: [], left: ['e'] });
    expect(sent).toEqual(['ab', 'cd']);
  });

  it('ends where a part fails for a reason that others share', async () => {
    const { run, sent } = trial((part) => {
      if (part.includes('c')) throw lost;
    });
    expect(await run).toEqual({ answers: ['AB'], done: 2, failed: [{ keys: ['c', 'd'], error: lost }], left: ['e'] });
    expect(sent).toEqual(['ab', 'cd']);
  });

  it('goes around the one entry at fault', async () => {
    const { run, sent } = trial((part) => {
      if (part.includes('c')) throw gone;
    });
    expect(await run).toEqual({
      answers: ['AB', 'D', 'E'],
      done: 4,
      failed: [{ keys: ['c'], error: gone }],
      left: [],
    });
    expect(sent).toEqual(['ab', 'cd', 'c', 'd', 'e']);
  });
});
