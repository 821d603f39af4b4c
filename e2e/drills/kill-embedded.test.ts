import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bundleChild, type Child, startChild } from '@/lib/db/testing/child';

const isFull = process.env.FLAGSTAFF_DRILL === 'full';
const ROUNDS = isFull ? 200 : 20;
const FIRST_STARTS = isFull ? 60 : 6;
const WRITER = bundleChild('e2e/drills/embedded-writer.ts');

let dataDir: string;
let child: Child | undefined;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'flagstaff-kill-'));
});
afterEach(async () => {
  await child?.kill();
  rmSync(dataDir, { recursive: true, force: true });
});

type Found = { whole: number; rows: number; last: number };

/** What the writer found in the folder, by lane; it is then ready to write. */
async function readFound(writer: Child): Promise<Map<number, Found>> {
  const found = new Map<number, Found>();
  for (let line = await writer.line(); line !== 'ready'; line = await writer.line()) {
    if (line === null) throw new Error('the writer could not open its folder');
    const [word, lane = 0, whole = 0, rows = 0, last = 0] = line
      .split(' ')
      .map((part, at) => (at ? Number(part) : part));
    if (word === 'found') found.set(Number(lane), { whole: Number(whole), rows: Number(rows), last: Number(last) });
  }
  return found;
}

/** Collects acknowledged numbers until the writer is killed, after so many of them. Answers the last of each lane. */
async function writeAndKill(writer: Child, acknowledgements: number): Promise<Map<number, number>> {
  const acknowledged = new Map<number, number>();
  let count = 0;
  for (let line = await writer.line(); line !== null; line = await writer.line()) {
    const [, lane, n] = line.split(' ').map(Number);
    if (lane !== undefined && n !== undefined) acknowledged.set(lane, n);
    count += 1;
    if (count === acknowledgements) void writer.kill();
  }
  return acknowledged;
}

describe('the embedded database under kill -9', () => {
  test(`keeps every acknowledged pair whole over ${ROUNDS} rounds`, async () => {
    let expected = new Map<number, number>();
    let total = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      child = startChild(WRITER, [dataDir]);
      const found = await readFound(child);
      for (const [lane, last] of expected) {
        const lane_ = found.get(lane) ?? { whole: 0, rows: 0, last: 0 };
        expect(lane_.last).toBeGreaterThanOrEqual(last);
        expect(lane_).toEqual({ whole: lane_.last, rows: 2 * lane_.last, last: lane_.last });
      }
      // A different moment each round, spread over the writer's work.
      const killed = await writeAndKill(child, 5 + ((round * 37) % 150));
      expected = new Map([...[...found].map(([lane, { last }]) => [lane, last] as const), ...killed]);
      total += killed.size;
    }
    expect(total).toBeGreaterThanOrEqual(ROUNDS);
  });

  test('opens after a first start that was killed on the way', async () => {
    for (let start = 0; start < FIRST_STARTS; start += 1) {
      child = startChild(WRITER, [dataDir]);
      const writer = child;
      const timer = setTimeout(() => void writer.kill(), 300 + start * (isFull ? 60 : 450));
      await writer.line();
      clearTimeout(timer);
      await writer.kill();
    }
    child = startChild(WRITER, [dataDir]);
    await readFound(child);
    expect((await writeAndKill(child, 10)).size).toBeGreaterThan(0);
  });
});
