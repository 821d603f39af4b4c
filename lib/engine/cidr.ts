/** An address as four 32-bit words; an IPv4 one sits in ::ffff:0:0/96, where IPv4-mapped ones are already. */
interface Address {
  isV4: boolean;
  words: readonly number[];
}
/** A network; `bits` counts in the 128-bit form. */
export interface Cidr extends Address {
  bits: number;
}

const OCTET = /^(?:0|[1-9][0-9]{0,2})$/;
const HEXTET = /^[0-9A-Fa-f]{1,4}$/;
const PREFIX = /^(?:0|[1-9][0-9]{0,2})$/;

/** `10.0.0.0/8`, `2001:db8::/32`, or one bare address; null when it is neither. Host bits are ignored. */
export function parseCidr(text: string): Cidr | null {
  const slash = text.indexOf('/');
  const written = slash < 0 ? text : text.slice(0, slash);
  const address = parseAddress(written);
  if (address === null) return null;
  if (slash < 0) return { ...address, bits: 128 };
  const length = text.slice(slash + 1);
  const isDotted = address.isV4 && !written.includes(':');
  if (!PREFIX.test(length) || Number(length) > (isDotted ? 32 : 128)) return null;
  const bits = Number(length) + (isDotted ? 96 : 0);
  return { words: address.words, isV4: address.isV4 && bits >= 96, bits };
}

/** Whether the text is an IPv4 or IPv6 address in the network; IPv4-mapped IPv6 addresses count as IPv4. */
export function isInCidr(text: string, network: Cidr): boolean {
  const address = parseAddress(text);
  if (address === null || address.isV4 !== network.isV4) return false;
  for (let word = 0, bits = network.bits; word < 4 && bits > 0; word += 1, bits -= 32) {
    const mask = bits >= 32 ? -1 : -1 << (32 - bits);
    if ((((address.words[word] ?? 0) ^ (network.words[word] ?? 0)) & mask) !== 0) return false;
  }
  return true;
}

/** Whether the text is an address at all. */
export function isAddress(text: string): boolean {
  return parseAddress(text) !== null;
}

function parseAddress(text: string): Address | null {
  if (!text.includes(':')) {
    const word = parseV4(text);
    return word === null ? null : { isV4: true, words: [0, 0, 0xffff, word] };
  }
  const words = parseV6(text);
  if (words === null) return null;
  return { isV4: words[0] === 0 && words[1] === 0 && words[2] === 0xffff, words };
}

function parseV4(text: string): number | null {
  const octets = text.split('.');
  if (octets.length !== 4 || !octets.every((octet) => OCTET.test(octet) && Number(octet) <= 255)) return null;
  return octets.reduce((word, octet) => (word << 8) | Number(octet), 0);
}

function parseV6(text: string): number[] | null {
  if (text.length > 45) return null;
  const halves = text.split('::');
  if (halves.length > 2) return null;
  const head = parseHextets(halves[0] ?? '', halves.length === 1);
  const tail = halves.length === 2 ? parseHextets(halves[1] ?? '', true) : [];
  if (head === null || tail === null) return null;
  const missing = 8 - head.length - tail.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return null;
  const all = [...head, ...new Array<number>(missing).fill(0), ...tail];
  return [0, 2, 4, 6].map((index) => ((all[index] ?? 0) << 16) | (all[index + 1] ?? 0)).map(unsignedHigh);
}

/** Words are compared by xor, but the mapped range is told by value, so the third word is kept unsigned. */
function unsignedHigh(word: number): number {
  return word >>> 0;
}

function parseHextets(text: string, mayEndInV4: boolean): number[] | null {
  if (text === '') return [];
  const parts = text.split(':');
  const result: number[] = [];
  for (const [index, part] of parts.entries()) {
    if (mayEndInV4 && index === parts.length - 1 && part.includes('.')) {
      const word = parseV4(part);
      if (word === null) return null;
      result.push(word >>> 16, word & 0xffff);
    } else if (HEXTET.test(part)) result.push(Number.parseInt(part, 16));
    else return null;
  }
  return result;
}
