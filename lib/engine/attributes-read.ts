import type { FlagEntry, Ruleset } from './model';

/** The attributes that a flag's answers may depend on, in order: through its segments and prerequisites too. */
export function attributesRead(ruleset: Ruleset, key: string): string[] {
  const read = new Set<string>();
  const flags = new Set([key]);
  const segments = new Set<string>();
  // A Set's iterator also visits what is added while it runs.
  for (const flag of flags) {
    const entry = ruleset.flags.get(flag);
    if (!entry?.compiled) continue;
    for (const attribute of entry.compiled.attributes) read.add(attribute);
    if (entry.overrides.size > 0) read.add('tenant');
    addMemberships(entry, read);
    for (const segment of entry.compiled.segments) segments.add(segment);
    for (const prerequisite of entry.compiled.prerequisites) flags.add(prerequisite);
  }
  for (const segment of segments) addSegment(ruleset, segment, segments, read);
  return [...read].sort();
}

function addMemberships({ memberships }: FlagEntry, read: Set<string>): void {
  if (memberships.byTenant.size > 0) read.add('tenant');
  if (memberships.bySubject.size > 0) read.add('targetingKey');
}

function addSegment(ruleset: Ruleset, key: string, segments: Set<string>, read: Set<string>): void {
  if (key.startsWith('flag:')) {
    const entry = ruleset.flags.get(key.slice('flag:'.length));
    if (entry !== undefined) addMemberships(entry, read);
    return;
  }
  const segment = ruleset.segments.get(key);
  if (segment === undefined) return;
  if (segment.members.size > 0) read.add('targetingKey');
  for (const attribute of segment.group?.attributes ?? []) read.add(attribute);
  for (const nested of segment.group?.segments ?? []) segments.add(nested);
}
