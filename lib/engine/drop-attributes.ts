import { attributeName } from './attributes';
import type { JsonObject, JsonValue } from './types';

/** A context without the attributes of these names and paths, however the context writes them. */
export function dropAttributes(context: JsonObject, names: readonly string[]): JsonObject {
  const kept: [string, JsonValue][] = [];
  for (const [name, value] of Object.entries(context)) {
    // `user.x` is read as `x`, and as it is written.
    const rest = strip(attributeName(name), value, names);
    if (rest !== undefined) kept.push([name, rest]);
  }
  return Object.fromEntries(kept);
}

/** What is left of a property, or undefined. */
function strip(path: string, value: JsonValue, names: readonly string[]): JsonValue | undefined {
  let rest: string[] | null = null;
  for (const name of names) {
    if (path === name || path.startsWith(`${name}.`)) return undefined;
    if (name.startsWith(`${path}.`)) rest = [...(rest ?? []), name.slice(path.length + 1)];
  }
  if (rest === null || typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const kept: [string, JsonValue][] = [];
  for (const [name, part] of Object.entries(value)) {
    const left = strip(name, part, rest);
    if (left !== undefined) kept.push([name, left]);
  }
  return Object.fromEntries(kept);
}
