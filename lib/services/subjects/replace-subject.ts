import type { JsonValue } from '@/lib/engine/types';

/**
 * Stored JSON with one subject's key replaced where a subject is meant: in lists called `subjects` or `members` and under
 * `subject`. Any other text that happens to be the same stays.
 */
export function replaceSubject(value: JsonValue, key: string, replacement: string): JsonValue {
  const rename = (part: JsonValue): JsonValue => (part === key ? replacement : part);
  const walk = (part: JsonValue): JsonValue => {
    if (Array.isArray(part)) return part.map(walk);
    if (typeof part !== 'object' || part === null) return part;
    const entries = Object.entries(part).map(([name, child]): [string, JsonValue] => {
      if (name === 'subject') return [name, rename(child)];
      if ((name === 'subjects' || name === 'members') && Array.isArray(child)) return [name, child.map(rename)];
      return [name, walk(child)];
    });
    return Object.fromEntries(entries);
  };
  return walk(value);
}
