import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readBody } from './read-body';
import { readJson } from './read-json';

const LIMITS = { bytes: 1_048_576, depth: 64 };

async function* inChunks(bytes: Uint8Array, size = 65_536): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}
const request = (body: BodyInit | null, headers: Record<string, string> = {}) =>
  new Request('http://flagstaff.test/', { method: 'POST', body, headers });
const codeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (thrown: unknown) => (thrown instanceof Error && 'kind' in thrown ? `${thrown.kind}/${thrown.message}` : thrown),
  );

describe('the limits of a body', () => {
  it.each([
    [64, true],
    [65, false],
  ])('reads JSON of depth %i: %s', async (depth, ok) => {
    const text = '['.repeat(depth) + ']'.repeat(depth);
    expect((await readBody(inChunks(Buffer.from(text)), null, LIMITS)).ok).toBe(ok);
  });

  it.each([5_000, 1_000_000])('refuses JSON of depth %i within 100 ms, before its size is known', async (depth) => {
    for (const [open, close] of [
      ['[', ']'],
      ['{"a":', '}'],
    ] as const) {
      const bytes = Buffer.from(open.repeat(depth) + close.repeat(depth));
      const begun = performance.now();
      expect(await readBody(inChunks(bytes), null, LIMITS)).toEqual({ ok: false, problem: 'too_deep' });
      expect(performance.now() - begun).toBeLessThan(100);
    }
  });

  it('does not mistake brackets in texts for depth', async () => {
    const text = JSON.stringify({ a: `${'['.repeat(500)}\\"${'{'.repeat(500)}`, b: '\\' });
    for (const size of [1, 3, 65_536]) {
      const body = await readBody(inChunks(Buffer.from(text), size), null, LIMITS);
      expect(body.ok && Buffer.from(body.bytes).toString()).toBe(text);
    }
  });

  it('stops reading at the limit instead of reading to the end', async () => {
    let given = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) {
        given += 65_536;
        yield Buffer.alloc(65_536, 0x20);
      }
    }
    expect(await readBody(endless(), null, LIMITS)).toEqual({ ok: false, problem: 'too_large' });
    expect(given).toBeLessThanOrEqual(LIMITS.bytes + 2 * 65_536);
  });

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ] as const)('reads %s, and refuses what unpacks to more than the limit', async (encoding, compress) => {
    const small = Buffer.from('{"a":1}');
    const body = await readBody(inChunks(compress(small)), encoding, LIMITS);
    expect(body.ok && Buffer.from(body.bytes)).toEqual(small);
    const bomb = compress(Buffer.alloc(100 * 1_048_576, 0x20));
    expect(await readBody(inChunks(bomb), encoding, LIMITS)).toEqual({ ok: false, problem: 'too_large' });
    const deep = compress(Buffer.from('['.repeat(1_000_000)));
    expect(await readBody(inChunks(deep), encoding, LIMITS)).toEqual({ ok: false, problem: 'too_deep' });
  });

  it('refuses what it cannot decode', async () => {
    const bytes = Buffer.from('{}');
    expect(await readBody(inChunks(bytes), 'compress', LIMITS)).toEqual({ ok: false, problem: 'unsupported_encoding' });
    expect(await readBody(inChunks(bytes), 'gzip, gzip', LIMITS)).toMatchObject({ problem: 'unsupported_encoding' });
    expect(await readBody(inChunks(bytes), 'gzip', LIMITS)).toEqual({ ok: false, problem: 'unreadable' });
    const cut = gzipSync(Buffer.from('{"a":1}')).subarray(0, 20);
    expect(await readBody(inChunks(cut), 'gzip', LIMITS)).toEqual({ ok: false, problem: 'unreadable' });
  });

  it('says that a body broke off', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('{"a"');
      throw new Error('aborted');
    }
    for (const encoding of [null, 'gzip']) {
      expect(await readBody(broken(), encoding, LIMITS)).toEqual({ ok: false, problem: 'unreadable' });
    }
  });
});

describe('the JSON of a request', () => {
  it('is undefined for no body and a blank one', async () => {
    expect(await readJson(request(null))).toBeUndefined();
    expect(await readJson(request(' \n\t'))).toBeUndefined();
  });

  it('keeps __proto__ an ordinary name', async () => {
    const value = await readJson(request('{"__proto__":{"admin":true},"__proto__":{"owner":1},"a":{"__proto__":2}}'));
    expect(value !== null && typeof value === 'object' && Object.keys(value)).toEqual(['__proto__', 'a']);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(Reflect.get({}, 'admin')).toBeUndefined();
  });

  it.each([
    ['{"a":', 'invalid/not_json'],
    ['{"a":NaN}', 'invalid/not_json'],
    ['{"a":"x\u0000y"}', 'invalid/not_json'],
    ['{"a":"\\u0000"}', 'invalid/unstorable_json'],
    ['{"\\u0000":1}', 'invalid/unstorable_json'],
    ['{"a":"\\ud800"}', 'invalid/unstorable_json'],
    ['["\\udc00x"]', 'invalid/unstorable_json'],
    ['{"a":1e999}', 'invalid/unstorable_json'],
  ])('refuses %j', async (body, code) => {
    expect(await codeOf(readJson(request(body)))).toBe(code);
  });

  it('refuses invalid UTF-8 and lets pairs and escaped escapes pass', async () => {
    expect(await codeOf(readJson(request(new Uint8Array([0x22, 0xff, 0x22]))))).toBe('invalid/not_json');
    expect(await codeOf(readJson(request(new Uint8Array([0x22, 0xed, 0xa0, 0x80, 0x22]))))).toBe('invalid/not_json');
    expect(await readJson(request('["\\ud83d\\ude00","\\\\u0000"]'))).toEqual(['😀', '\\u0000']);
  });

  it('names the limit it refuses by', async () => {
    expect(await codeOf(readJson(request('x'.repeat(1_048_577))))).toBe('too_large/too_large');
    expect(await codeOf(readJson(request('['.repeat(65))))).toBe('invalid/too_deep');
    expect(await codeOf(readJson(request('{}', { 'content-encoding': 'zstd' })))).toBe(
      'unsupported/unsupported_encoding',
    );
  });
});
