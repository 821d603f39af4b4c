import type { Ruleset } from './model';
import type { KeyKind } from './types';

/** The keys of the flags that this kind of key may see, in key order. */
export function visibleKeys(ruleset: Ruleset, audience: KeyKind): readonly string[] {
  return ruleset.visible[audience];
}

/** Both lists for a new map of flags; an unchanged list is the same array as before. */
export function visibleKeysOf(flags: Ruleset['flags'], { visible }: Ruleset): Ruleset['visible'] {
  const client: string[] = [];
  const server: string[] = [];
  for (const { key, isVisible, isClientVisible } of flags.values()) {
    if (isVisible) server.push(key);
    if (isClientVisible) client.push(key);
  }
  return { client: inOrder(client, visible.client), server: inOrder(server, visible.server) };
}

function inOrder(keys: string[], before: readonly string[]): readonly string[] {
  const known = new Set(before);
  if (keys.length === before.length && keys.every((key) => known.has(key))) return before;
  return keys.sort();
}
