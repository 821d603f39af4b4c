import { Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { createDepthScanner } from '@/lib/schemas/depth-scanner';

export type BodyProblem = 'too_large' | 'too_deep' | 'unsupported_encoding' | 'unreadable';
export type BodyResult = { ok: true; bytes: Uint8Array } | { ok: false; problem: BodyProblem };

export interface BodyLimits {
  /** Bytes, counted after decoding. */
  bytes: number;
  /** Levels of JSON; absent for bodies that are not JSON. */
  depth?: number;
}

/** What may be behind `Content-Encoding`: nothing, or one encoding. */
function decoderOf(encoding: string): Transform | null | undefined {
  switch (encoding.trim().toLowerCase()) {
    case '':
    case 'identity':
      return null;
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'deflate':
      return createInflate();
    case 'br':
      return createBrotliDecompress();
    default:
      return undefined;
  }
}

async function collect(source: AsyncIterable<Uint8Array>, limits: BodyLimits): Promise<BodyResult> {
  const scanner = limits.depth === undefined ? null : createDepthScanner(limits.depth);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of source) {
    // Depth first: a body that is both too deep and too large is told the same whatever its length.
    if (scanner && !scanner.feed(chunk)) return { ok: false, problem: 'too_deep' };
    size += chunk.byteLength;
    if (size > limits.bytes) return { ok: false, problem: 'too_large' };
    chunks.push(chunk);
  }
  return { ok: true, bytes: Buffer.concat(chunks, size) };
}

/**
 * Reads a request's body with its limits held while it arrives, compressed or not: neither a missing
 * `Content-Length` nor a small file that unpacks to a large one gets past. What is over a limit is not read on.
 */
export async function readBody(
  source: AsyncIterable<Uint8Array> | null,
  contentEncoding: string | null | undefined,
  limits: BodyLimits,
): Promise<BodyResult> {
  const decoder = decoderOf(contentEncoding ?? '');
  if (decoder === undefined) return { ok: false, problem: 'unsupported_encoding' };
  if (source === null) return { ok: true, bytes: new Uint8Array(0) };
  try {
    if (decoder === null) return await collect(source, limits);
    const raw = Readable.from(source, { objectMode: false });
    // Without this a client that hangs up would be an unhandled error of the outer stream.
    raw.on('error', (error) => decoder.destroy(error));
    try {
      return await collect(raw.pipe(decoder), limits);
    } finally {
      raw.destroy();
      decoder.destroy();
    }
  } catch {
    return { ok: false, problem: 'unreadable' };
  }
}
