/** Where a hash stands after a prefix: the mixed words, the bytes that do not fill a word yet, and the byte count. */
export interface HashState {
  hash: number;
  pending: number;
  bytes: number;
}

const EMPTY: HashState = { hash: 0, pending: 0, bytes: 0 };
const REPLACEMENT = 0xbdbfef; // U+FFFD in UTF-8, first byte lowest

/** MurmurHash3 x86 32-bit with seed 0 over the UTF-8 of `text`, unsigned; lone surrogates count as U+FFFD. */
export function murmur3(text: string, prefix: HashState = EMPTY): number {
  return absorb(text, prefix, null);
}

/** The state after hashing `prefix`, so that a salt is hashed once and not for every unit. */
export function hashPrefix(prefix: string): HashState {
  const state = { hash: 0, pending: 0, bytes: 0 };
  absorb(prefix, EMPTY, state);
  return state;
}

function absorb(text: string, from: HashState, into: HashState | null): number {
  let { hash, pending, bytes } = from;
  let shift = (bytes & 3) << 3;
  bytes += text.length;
  for (let index = 0; index < text.length; index += 1) {
    let word = text.charCodeAt(index);
    if (word >= 0x80) {
      const point = text.codePointAt(index) ?? word;
      if (point > 0xffff) index += 1;
      word = utf8Word(point);
      // A pair of code units becomes four bytes, any other two or three.
      bytes += point < 0x800 ? 1 : 2;
    }
    do {
      pending |= (word & 0xff) << shift;
      shift = (shift + 8) & 31;
      if (shift === 0) {
        const mixed = hash ^ scramble(pending);
        hash = (Math.imul((mixed << 13) | (mixed >>> 19), 5) + 0xe6546b64) | 0;
        pending = 0;
      }
      word >>>= 8;
      // Every byte of a longer character has its high bit set, so a zero is the end.
    } while (word !== 0);
  }
  if (into === null) return finish(hash, pending, bytes);
  into.hash = hash;
  into.pending = pending;
  into.bytes = bytes;
  return 0;
}

function utf8Word(point: number): number {
  if (point < 0x800) return 0xc0 | (point >> 6) | ((0x80 | (point & 0x3f)) << 8);
  if (point >= 0xd800 && point <= 0xdfff) return REPLACEMENT;
  if (point < 0x10000) {
    return 0xe0 | (point >> 12) | ((0x80 | ((point >> 6) & 0x3f)) << 8) | ((0x80 | (point & 0x3f)) << 16);
  }
  const high = 0xf0 | (point >> 18) | ((0x80 | ((point >> 12) & 0x3f)) << 8);
  return high | ((0x80 | ((point >> 6) & 0x3f)) << 16) | ((0x80 | (point & 0x3f)) << 24);
}

function scramble(word: number): number {
  const mixed = Math.imul(word, 0xcc9e2d51);
  return Math.imul((mixed << 15) | (mixed >>> 17), 0x1b873593);
}

function finish(hash: number, pending: number, bytes: number): number {
  let result = ((bytes & 3) === 0 ? hash : hash ^ scramble(pending)) ^ bytes;
  result = Math.imul(result ^ (result >>> 16), 0x85ebca6b);
  result = Math.imul(result ^ (result >>> 13), 0xc2b2ae35);
  return (result ^ (result >>> 16)) >>> 0;
}
