interface Chunk {
  instants: number[];
  counts: number[];
}

const FULL_CHUNK = 1024;

/** An immutable sorted multiset of instants that shares untouched chunks with the set it came from. */
export class InstantSet {
  private constructor(private readonly chunks: readonly Chunk[]) {}

  static empty(): InstantSet {
    return new InstantSet([]);
  }

  /** The first instant after `now`, or null. */
  next(now: number): number | null {
    const chunk = this.chunks[lowerBound(this.chunks.length, (index) => lastOf(this.chunks[index]) > now)];
    if (chunk === undefined) return null;
    return chunk.instants[lowerBound(chunk.instants.length, (index) => (chunk.instants[index] ?? 0) > now)] ?? null;
  }

  /** `net` says how many of each instant come (positive) or go (negative); more than there are cannot go. */
  with(net: ReadonlyMap<number, number>): InstantSet {
    const chunks = this.chunks.slice();
    const own = new Set<Chunk>();
    const rising = [...net].filter(([instant, count]) => count !== 0 && Number.isFinite(instant));
    if (rising.length === 0) return this;
    for (const [instant, count] of rising.sort((a, b) => a[0] - b[0])) change(chunks, own, instant, count);
    return new InstantSet(chunks);
  }
}

function change(chunks: Chunk[], own: Set<Chunk>, instant: number, count: number): void {
  const found = lowerBound(chunks.length, (index) => lastOf(chunks[index]) >= instant);
  const at = Math.max(0, Math.min(found, chunks.length - 1));
  const chunk = ownChunk(chunks, own, at);
  const position = lowerBound(chunk.instants.length, (index) => (chunk.instants[index] ?? 0) >= instant);
  const before = chunk.instants[position] === instant ? (chunk.counts[position] ?? 0) : 0;
  const after = Math.max(0, before + count);
  if (after > 0) {
    chunk.instants.splice(position, before > 0 ? 1 : 0, instant);
    chunk.counts.splice(position, before > 0 ? 1 : 0, after);
  } else if (before > 0) {
    chunk.instants.splice(position, 1);
    chunk.counts.splice(position, 1);
  }
  if (chunk.instants.length === 0) chunks.splice(at, 1);
  if (chunk.instants.length > FULL_CHUNK) splitChunk(chunks, own, at, chunk);
}

function ownChunk(chunks: Chunk[], own: Set<Chunk>, at: number): Chunk {
  const chunk = chunks[at];
  if (chunk !== undefined && own.has(chunk)) return chunk;
  const copy: Chunk = { instants: chunk?.instants.slice() ?? [], counts: chunk?.counts.slice() ?? [] };
  own.add(copy);
  chunks[at] = copy;
  return copy;
}

function splitChunk(chunks: Chunk[], own: Set<Chunk>, at: number, chunk: Chunk): void {
  // Instants mostly come in rising order, so the left part stays nearly full.
  const left = Math.floor(FULL_CHUNK * 0.75);
  const rest: Chunk = { instants: chunk.instants.splice(left), counts: chunk.counts.splice(left) };
  own.add(rest);
  chunks.splice(at + 1, 0, rest);
}

function lastOf(chunk: Chunk | undefined): number {
  return chunk?.instants[chunk.instants.length - 1] ?? Number.NEGATIVE_INFINITY;
}

/** The first index for which `holds`, or `length`; `holds` must be false and then true. */
function lowerBound(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
