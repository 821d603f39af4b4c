import type { AttributeType, Condition, ConditionGroup, Configuration, JsonValue } from '@/lib/engine/types';
import { valueKindOf } from './operator-kinds';

/** What is known of an attribute, to be offered while typing. */
export interface AttributeSuggestion {
  name: string;
  type: AttributeType | null;
  /** Used with it somewhere, most used first. */
  values: string[];
}

/** How often an event came; its name follows. */
const COUNTERS = 'counters.';

/** Attributes that the SDKs send or that most applications have. */
const WELL_KNOWN: readonly [string, AttributeType][] = [
  ['targetingKey', 'string'],
  ['email', 'string'],
  ['plan', 'string'],
  ['country', 'string'],
  ['tenant', 'string'],
  ['tenantInfo.plan', 'string'],
  ['role', 'string'],
  ['roleAtLeast', 'list'],
  ['stage', 'string'],
  ['stageIndex', 'number'],
  ['daysSinceJoined', 'number'],
  [COUNTERS, 'number'],
  ['emailVerified', 'boolean'],
  ['groups', 'list'],
  ['environment', 'string'],
  ['now', 'date'],
  ['client.browser', 'string'],
  ['client.country', 'string'],
  ['client.deviceType', 'string'],
  ['client.ipAddress', 'string'],
  ['client.language', 'string'],
  ['client.timezone', 'string'],
  ['app.region', 'string'],
  ['app.version', 'semver'],
];
const MOST_VALUES = 50;

interface Seen {
  count: number;
  type: AttributeType | null;
  values: Map<string, number>;
}

/** Attributes and values that rules use, most used first, then the well-known ones. */
export function suggestAttributes(groups: readonly ConditionGroup[]): AttributeSuggestion[] {
  const seen = new Map<string, Seen>();
  for (const group of groups) note(group, seen);
  const known = new Map(WELL_KNOWN);
  const used = [...seen]
    .sort(([a, { count: first }], [b, { count: second }]) => second - first || (a < b ? -1 : 1))
    .map(([name, { type, values }]) => ({
      name,
      type: known.get(name) ?? counterType(name) ?? type,
      values: mostUsed(values),
    }));
  const rest = WELL_KNOWN.filter(([name]) => !seen.has(name)).map(([name, type]) => ({ name, type, values: [] }));
  return [...used, ...rest];
}

/** The rules of some configurations, as what suggestions are gathered from. */
export function groupsOf(configurations: readonly Pick<Configuration, 'rules'>[]): ConditionGroup[] {
  return configurations.flatMap(({ rules }) => rules);
}

export function suggestionFor(
  suggestions: readonly AttributeSuggestion[],
  attribute: string,
): AttributeSuggestion | undefined {
  const found = suggestions.find(({ name }) => name === attribute);
  const type = counterType(attribute);
  return found ?? (type === null ? undefined : { name: attribute, type, values: [] });
}

/** Counters are numbers, whatever event they count. */
const counterType = (name: string): AttributeType | null => (name.startsWith(COUNTERS) ? 'number' : null);

function note(condition: Condition, seen: Map<string, Seen>): void {
  if ('conditions' in condition) {
    for (const child of condition.conditions) note(child, seen);
    return;
  }
  if ('segment' in condition || condition.attribute === '') return;
  const { attribute, operator, value } = condition;
  const entry = seen.get(attribute) ?? { count: 0, type: null, values: new Map<string, number>() };
  entry.count += 1;
  entry.type ??= typeOf(valueKindOf(operator), value);
  for (const text of textsOf(value)) entry.values.set(text, (entry.values.get(text) ?? 0) + 1);
  seen.set(attribute, entry);
}

function typeOf(kind: ReturnType<typeof valueKindOf>, value: JsonValue | undefined): AttributeType | null {
  if (kind === 'number') return 'number';
  if (kind === 'instant') return 'date';
  if (kind === 'semver') return 'semver';
  const first = Array.isArray(value) ? value[0] : value;
  if (typeof first === 'number') return 'number';
  if (typeof first === 'boolean') return 'boolean';
  return typeof first === 'string' ? 'string' : null;
}

function textsOf(value: JsonValue | undefined): string[] {
  const values = Array.isArray(value) ? value : [value];
  return values.filter((each) => typeof each === 'string' && each !== '' && each.length <= 100).map(String);
}

function mostUsed(values: ReadonlyMap<string, number>): string[] {
  const sorted = [...values].sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1));
  return sorted.slice(0, MOST_VALUES).map(([text]) => text);
}
