import type { JsonValue } from './types';

/** A non-empty string, or a finite number written as JSON does; null for anything else, which counts as missing. */
export function unitOf(value: JsonValue | undefined): string | null {
  if (typeof value === 'string') return value === '' ? null : value;
  return typeof value === 'number' && Number.isFinite(value) ? JSON.stringify(value) : null;
}
