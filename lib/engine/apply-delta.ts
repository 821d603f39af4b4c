import { attributeName } from './attributes';
import type { Change } from './change';
import { changeFlag } from './change-flag';
import { changeSegment } from './change-segment';
import { emptyFlagEntry } from './flag-entry';
import type { FlagEntry, Ruleset, SegmentEntry } from './model';
import type { Item, ItemBodies, ItemKind } from './types';
import { visibleKeysOf } from './visible-keys';

export interface RulesetDelta {
  /** The number the ruleset has after it. */
  number: number;
  upserts: Iterable<Item>;
  removals: Iterable<{ kind: ItemKind; key: string }>;
}

interface Sorted {
  flags: Map<string, Change[]>;
  segments: Map<string, Change[]>;
  others: Change[];
}

/**
 * The next ruleset. The old one stays as it was and shares all that did not change; only the flags concerned are
 * compiled. Removals are applied before upserts.
 */
export function applyDelta(ruleset: Ruleset, { number, upserts, removals }: RulesetDelta): Ruleset {
  const sorted: Sorted = { flags: new Map(), segments: new Map(), others: [] };
  for (const { kind, key } of removals) sort(sorted, kind, key, null);
  for (const item of upserts) sort(sorted, item.kind, item.key, isReadable(item) ? item : null);
  const flags = changeFlags(ruleset.flags, sorted.flags);
  return {
    ...ruleset,
    number,
    flags,
    segments: changeSegments(ruleset.segments, sorted.segments),
    ...changeOthers(ruleset, sorted.others),
    visible: flags === ruleset.flags ? ruleset.visible : visibleKeysOf(flags, ruleset),
  };
}

/** A body that is no object can only come from elsewhere; it counts as missing. */
function isReadable({ body }: Item): boolean {
  return typeof body === 'object' && body !== null;
}

function sort({ flags, segments, others }: Sorted, kind: ItemKind, key: string, item: Item | null): void {
  const slash = key.indexOf('/');
  switch (kind) {
    case 'flag':
    case 'config':
    case 'codeDefault':
      return add(flags, key, { kind, rest: '', item });
    case 'override':
    case 'membership':
      return add(flags, key.slice(0, Math.max(slash, 0)), { kind, rest: key.slice(slash + 1), item });
    case 'segment':
      return add(segments, key, { kind, rest: '', item });
    case 'member':
      return add(segments, key.slice(0, Math.max(slash, 0)), { kind, rest: key.slice(slash + 1), item });
    default:
      others.push({ kind, rest: key, item });
  }
}

function add(groups: Map<string, Change[]>, key: string, change: Change): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [change]);
  else group.push(change);
}

function changeFlags(before: Ruleset['flags'], changes: Sorted['flags']): Ruleset['flags'] {
  if (changes.size === 0) return before;
  const flags = new Map<string, FlagEntry>(before);
  for (const [key, items] of changes) {
    const entry = changeFlag(before.get(key) ?? emptyFlagEntry(key), items);
    if (entry === null) flags.delete(key);
    else flags.set(key, entry);
  }
  return flags;
}

function changeSegments(before: Ruleset['segments'], changes: Sorted['segments']): Ruleset['segments'] {
  if (changes.size === 0) return before;
  const segments = new Map<string, SegmentEntry>(before);
  for (const [key, items] of changes) {
    const entry = changeSegment(before.get(key), key, items);
    if (entry === null) segments.delete(key);
    else segments.set(key, entry);
  }
  return segments;
}

type Others = Pick<Ruleset, 'attributes' | 'trusted' | 'apiKeys' | 'environments' | 'tenants' | 'onboarding'>;

/** The bodies of one kind after the changes; the same map when none concerns it. */
function changeMap<K extends ItemKind>(
  before: ReadonlyMap<string, ItemBodies[K]>,
  changes: readonly Change[],
  bodyOf: (item: Item) => ItemBodies[K] | null,
  kind: K,
): ReadonlyMap<string, ItemBodies[K]> {
  const concerned = changes.filter((change) => change.kind === kind);
  if (concerned.length === 0) return before;
  const after = new Map(before);
  for (const { rest, item } of concerned) {
    const body = item && bodyOf(item);
    if (body) after.set(rest, body);
    else after.delete(rest);
  }
  return after;
}

const trustedAmong = (attributes: Ruleset['attributes']): string[] =>
  [...attributes].filter(([, { trusted }]) => trusted === true).map(([name]) => attributeName(name));

function changeOthers(before: Ruleset, changes: readonly Change[]): Others {
  const { apiKeys, environments, tenants } = before;
  let { onboarding } = before;
  for (const { kind, item } of changes) {
    if (kind === 'onboarding') onboarding = item?.kind === 'onboarding' ? item.body : null;
  }
  const bodyOf = (item: Item) => (item.kind === 'attribute' ? item.body : null);
  const attributes = changeMap(before.attributes, changes, bodyOf, 'attribute');
  return {
    attributes,
    trusted: attributes === before.attributes ? before.trusted : trustedAmong(attributes),
    apiKeys: changeMap(apiKeys, changes, (item) => (item.kind === 'apiKey' ? item.body : null), 'apiKey'),
    environments: changeMap(
      environments,
      changes,
      (item) => (item.kind === 'environment' ? item.body : null),
      'environment',
    ),
    tenants: changeMap(tenants, changes, (item) => (item.kind === 'tenant' ? item.body : null), 'tenant'),
    onboarding,
  };
}
