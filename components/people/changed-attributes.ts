import { same } from '@/lib/changes/same';
import type { JsonObject } from '@/lib/engine/types';

/** What leads from one set of attributes to another: those that differ, and null for those that are gone. */
export function changedAttributes(before: JsonObject, after: JsonObject): JsonObject {
  const changed = Object.entries(after).filter(([name, value]) => !same(before[name], value));
  const gone = Object.keys(before).filter((name) => !Object.hasOwn(after, name));
  return Object.fromEntries([...changed, ...gone.map((name): [string, null] => [name, null])]);
}
