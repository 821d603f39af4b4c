import { createHash } from 'node:crypto';

/** 128 bits of a text's hash, as four numbers that are cheap to combine. */
export type Digest = Uint32Array;

export function digestOf(text: string): Digest {
  const hash = createHash('sha256').update(text).digest();
  return Uint32Array.from([0, 4, 8, 12], (offset) => hash.readUInt32LE(offset));
}

/** The entity tag of parts in this order: equal parts in equal order give the same on every instance. */
export function combine(parts: Iterable<Digest>): string {
  const lanes = Uint32Array.from([0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344]);
  for (const part of parts) {
    for (let lane = 0; lane < 4; lane += 1) {
      const mixed = Math.imul((lanes[lane] ?? 0) ^ (part[lane] ?? 0), 0x9e3779b1);
      lanes[lane] = mixed ^ (mixed >>> 15);
    }
  }
  return `"${[...lanes].map((lane) => lane.toString(16).padStart(8, '0')).join('')}"`;
}

/** Whether `If-None-Match` names the tag: a list, weak or not, or `*`. */
export function isMatch(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  if (header.trim() === '*') return true;
  return header.split(',').some((one) => one.trim().replace(/^W\//, '') === tag);
}
