import { findJsonFault } from './find-json-fault';

export type JsonResult = { ok: true; value: unknown } | { ok: false; line: number; column: number };

/** Parses JSON; where it fails, line and column are 1-based. */
export function parseJson(text: string): JsonResult {
  try {
    const value: unknown = JSON.parse(text);
    return { ok: true, value };
  } catch {
    const before = text.slice(0, findJsonFault(text)).split('\n');
    return { ok: false, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  }
}
