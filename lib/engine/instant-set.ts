interface Chunk {
  instants: number[];
  counts: number[];
}

const FULL_CHUNK = 1024;
const COMFORTABLE_CHUNK = 768;

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
    if (rising.length > this.chunks.length * 32) return this.rebuilt(rising);
    for (const [instant, count] of rising.sort((a, b) => a[0] - b[0])) change(chunks, own, instant, count);
    return new InstantSet(chunks);
  }

  /** For many changes at once: one sort instead of one insertion each. */
  private rebuilt(changes: readonly (readonly [number, number])[]): InstantSet {
    const counts = new Map<number, number>();
    for (const chunk of this.chunks) {
      for (const [index, instant] of chunk.instants.entries()) counts.set(instant, chunk.counts[index] ?? 0);
    }
    for (const [instant, count] of changes) counts.set(instant, (counts.get(instant) ?? 0) + count);
    const instants = Float64Array.from([...counts.keys()].filter((instant) => (counts.get(instant) ?? 0) > 0)).sort();
    const chunks: Chunk[] = [];
    for (let from = 0; from < instants.length; from += COMFORTABLE_CHUNK) {
      const part = [...instants.subarray(from, from + COMFORTABLE_CHUNK)];
      chunks.push({ instants: part, counts: part.map((instant) => counts.get(instant) ?? 0) });
    }
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
  const instants = chunk.instants.splice(COMFORTABLE_CHUNK);
  const rest: Chunk = { instants, counts: chunk.counts.splice(COMFORTABLE_CHUNK) };
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
