import type { DiffLine } from './line-diff';

export type DiffEntry = { kind: 'line'; line: DiffLine } | { kind: 'skipped'; count: number };
export interface DiffPair {
  before: DiffLine | null;
  after: DiffLine | null;
}

/** Replaces runs of unchanged lines farther than `context` from a change by their count. */
export function foldUnchanged(lines: readonly DiffLine[], context: number): DiffEntry[] {
  const isNear = lines.map(() => false);
  lines.forEach((line, index) => {
    if (line.kind === 'same') return;
    isNear.fill(true, Math.max(0, index - context), index + context + 1);
  });
  const entries: DiffEntry[] = [];
  lines.forEach((line, index) => {
    const last = entries.at(-1);
    if (isNear[index]) entries.push({ kind: 'line', line });
    else if (last?.kind === 'skipped') last.count += 1;
    else entries.push({ kind: 'skipped', count: 1 });
  });
  return entries;
}

/** Lines for two columns: a removed line stands beside the added one that replaces it. */
export function pairLines(lines: readonly DiffLine[]): DiffPair[] {
  const pairs: DiffPair[] = [];
  let open = 0;
  for (const line of lines) {
    if (line.kind === 'same') {
      pairs.push({ before: line, after: line });
      open = pairs.length;
    } else if (line.kind === 'removed') {
      pairs.push({ before: line, after: null });
    } else {
      const free = pairs.findIndex((pair, index) => index >= open && pair.after === null);
      const pair = free >= 0 ? pairs[free] : undefined;
      if (pair) pair.after = line;
      else pairs.push({ before: null, after: line });
    }
  }
  return pairs;
}
