import type { FlagEntry, Ruleset } from '@/lib/engine/model';
import type { Item } from '@/lib/engine/types';

function* itemsOfFlag(entry: FlagEntry): Generator<Item> {
  const { key, definition, configuration, codeDefault, overrides, memberships } = entry;
  if (definition) yield { kind: 'flag', key, body: definition };
  if (configuration) yield { kind: 'config', key, body: configuration };
  if (codeDefault) yield { kind: 'codeDefault', key, body: codeDefault };
  for (const [tenant, { body }] of overrides.entries()) yield { kind: 'override', key: `${key}/${tenant}`, body };
  for (const [id, { body }] of memberships.byId.entries()) yield { kind: 'membership', key: `${key}/${id}`, body };
}

/** The items a ruleset was made of: from them `createRuleset` makes it again. */
export function* rulesetItems(ruleset: Ruleset): Generator<Item> {
  const { project, flags, segments, attributes, apiKeys, environments, tenants, onboarding } = ruleset;
  for (const entry of flags.values()) yield* itemsOfFlag(entry);
  for (const { key, content, members } of segments.values()) {
    if (content) yield { kind: 'segment', key, body: content };
    for (const [subject] of members.entries()) yield { kind: 'member', key: `${key}/${subject}`, body: { v: 1 } };
  }
  for (const [key, body] of attributes) yield { kind: 'attribute', key, body };
  for (const [key, body] of apiKeys) yield { kind: 'apiKey', key, body };
  for (const [key, body] of environments) yield { kind: 'environment', key, body };
  for (const [key, body] of tenants) yield { kind: 'tenant', key, body };
  if (onboarding) yield { kind: 'onboarding', key: project, body: onboarding };
}
