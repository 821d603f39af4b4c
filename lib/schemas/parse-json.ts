import type { JsonValue } from '@/lib/engine/types';

export type JsonProblem = 'empty' | 'encoding' | 'syntax';
export type JsonResult = { ok: true; value: JsonValue } | { ok: false; problem: JsonProblem };

const isBlank = (bytes: Uint8Array): boolean =>
  bytes.every((byte) => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09);

/**
 * Parses bytes whose depth was already checked. Invalid UTF-8 is refused instead of being replaced. A name
 * `__proto__` becomes an own property like any other, and the last of two equal names wins.
 */
export function parseJson(bytes: Uint8Array): JsonResult {
  if (isBlank(bytes)) return { ok: false, problem: 'empty' };
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { ok: false, problem: 'encoding' };
  }
  try {
    const value: JsonValue = JSON.parse(text);
    return { ok: true, value };
  } catch {
    return { ok: false, problem: 'syntax' };
  }
}
