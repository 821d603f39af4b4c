import { gzipSync } from 'node:zlib';

/** In everything that is sent and refused: no answer may repeat it. */
export const MARKER = 'zq7marker';

export interface Attack {
  name: string;
  status: number;
  raw: () => BodyInit;
  headers?: Record<string, string>;
  /** Milliseconds that the answer may take. */
  within: number;
}

const MEGABYTE = 1024 * 1024;
const deepList = (depth: number): string => `${'['.repeat(depth)}"${MARKER}"${']'.repeat(depth)}`;
const deepObject = (depth: number): string => `${`{"${MARKER}":`.repeat(depth)}1${'}'.repeat(depth)}`;

/** Ten megabytes without a length, as a client would send that does not say how much there is. */
function chunked(): ReadableStream<Uint8Array> {
  const chunk = new TextEncoder().encode(' '.repeat(64 * 1024));
  let left = (10 * MEGABYTE) / chunk.length;
  return new ReadableStream({
    pull(controller) {
      if (left === 0) return controller.close();
      left -= 1;
      controller.enqueue(chunk);
    },
  });
}

const bomb = gzipSync(Buffer.alloc(64 * MEGABYTE, ' '));
/** Encoded once, so that what is measured is the answer. */
function sent(text: string): () => BodyInit {
  const encoded = new TextEncoder().encode(text);
  return () => encoded;
}
const bytes = (...values: number[]): Uint8Array<ArrayBuffer> => new Uint8Array(values);

const attacks: readonly (Omit<Attack, 'within'> & { within?: number })[] = [
  { name: '5,000 lists deep', status: 400, raw: sent(deepList(5_000)), within: 100 },
  { name: '5,000 objects deep', status: 400, raw: sent(deepObject(5_000)), within: 100 },
  { name: '1,000,000 lists deep', status: 400, raw: sent(deepList(1_000_000)), within: 100 },
  { name: '1,000,000 objects deep', status: 400, raw: sent(`${'{"a":'.repeat(1_000_000)}1`), within: 100 },
  { name: '10 MB in chunks', status: 413, raw: chunked },
  { name: 'a gzip bomb', status: 413, raw: () => new Uint8Array(bomb), headers: { 'content-encoding': 'gzip' } },
  { name: 'an unknown encoding', status: 415, raw: () => `"${MARKER}"`, headers: { 'content-encoding': MARKER } },
  { name: 'a broken gzip', status: 400, raw: () => `"${MARKER}"`, headers: { 'content-encoding': 'gzip' } },
  { name: 'no JSON', status: 400, raw: () => `{"${MARKER}":` },
  { name: 'half a JSON', status: 400, raw: () => `{"a":"${MARKER}"} ${MARKER}` },
  { name: 'NUL in a text', status: 400, raw: () => `{"context":{"a":"${MARKER}\\u0000"}}` },
  { name: 'NUL in a name', status: 400, raw: () => `{"context":{"${MARKER}\\u0000":1}}` },
  { name: 'half a surrogate pair', status: 400, raw: () => `{"context":{"a":"${MARKER}\\ud800"}}` },
  { name: 'the other half', status: 400, raw: () => `{"context":{"${MARKER}\\udc00":1}}` },
  { name: 'a number over all', status: 400, raw: () => `{"context":{"${MARKER}":1e400}}` },
  { name: 'no UTF-8', status: 400, raw: () => bytes(0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d) },
  { name: 'a list', status: 400, raw: () => `["${MARKER}"]` },
  { name: 'a text', status: 400, raw: () => `"${MARKER}"` },
  { name: 'null', status: 400, raw: () => 'null' },
];

/** Bodies that every route refuses before it looks at what they mean. */
export const ATTACKS: readonly Attack[] = attacks.map((attack) => ({ within: 2_000, ...attack }));

/** Types of content that the admin API does not take. */
export const FOREIGN_TYPES = [
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'text/plain',
  `text/${MARKER}`,
] as const;

/** Values in the place of a name in the path. */
export const PATH_VALUES = [
  '__proto__',
  'constructor',
  'hasOwnProperty',
  '%00',
  '%FF',
  '%ED%A0%80',
  '%2e%2e%2f%2e%2e%2fetc',
  encodeURIComponent('{"not":""}'),
  encodeURIComponent('<script>'),
  MARKER,
  MARKER.repeat(500),
] as const;
