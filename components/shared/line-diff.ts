export interface DiffLine {
  kind: 'same' | 'added' | 'removed';
  text: string;
  /** 1-based; absent on the side that has no such line. */
  before?: number;
  after?: number;
}

/** Tables above this many cells are not filled: the differing middle is then shown as replaced whole. */
const MOST_CELLS = 4_000_000;

/** A shortest difference of two texts, line by line; removed lines come before the added ones that replace them. */
export function diffLines(before: readonly string[], after: readonly string[]): DiffLine[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1;
  let tail = 0;
  const most = Math.min(before.length, after.length) - head;
  while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;

  const kinds = [
    ...Array<DiffLine['kind']>(head).fill('same'),
    ...middleKinds(before.slice(head, before.length - tail), after.slice(head, after.length - tail)),
    ...Array<DiffLine['kind']>(tail).fill('same'),
  ];
  let [a, b] = [0, 0];
  return kinds.map((kind): DiffLine => {
    if (kind === 'removed') return { kind, text: before[a] ?? '', before: (a += 1) };
    if (kind === 'added') return { kind, text: after[b] ?? '', after: (b += 1) };
    return { kind, text: before[a] ?? '', before: (a += 1), after: (b += 1) };
  });
}

function middleKinds(before: readonly string[], after: readonly string[]): DiffLine['kind'][] {
  const [rows, columns] = [before.length, after.length];
  const replaced = () => [
    ...Array<DiffLine['kind']>(rows).fill('removed'),
    ...Array<DiffLine['kind']>(columns).fill('added'),
  ];
  if (rows === 0 || columns === 0 || (rows + 1) * (columns + 1) > MOST_CELLS) return replaced();
  const common = commonLengths(before, after);
  const at = (i: number, j: number): number => common[i * (columns + 1) + j] ?? 0;
  const kinds: DiffLine['kind'][] = [];
  let [i, j] = [0, 0];
  while (i < rows || j < columns) {
    if (i < rows && j < columns && before[i] === after[j]) {
      kinds.push('same');
      i += 1;
      j += 1;
    } else if (j >= columns || (i < rows && at(i + 1, j) >= at(i, j + 1))) {
      kinds.push('removed');
      i += 1;
    } else {
      kinds.push('added');
      j += 1;
    }
  }
  return kinds;
}

/** Cell (i, j) is the length of the longest common subsequence of before[i…] and after[j…]. */
function commonLengths(before: readonly string[], after: readonly string[]): Uint32Array {
  const width = after.length + 1;
  const cells = new Uint32Array((before.length + 1) * width);
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      const diagonal = cells[(i + 1) * width + j + 1] ?? 0;
      const best = Math.max(cells[(i + 1) * width + j] ?? 0, cells[i * width + j + 1] ?? 0);
      cells[i * width + j] = before[i] === after[j] ? diagonal + 1 : best;
    }
  }
  return cells;
}
