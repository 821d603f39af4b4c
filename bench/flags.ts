import type { Condition, EvaluationContext, GroupOperator, Item, JsonValue } from '../lib/engine/types';

/** One flag as both engines hold it. */
export interface BenchFlag {
  key: string;
  /** Whether both engines give the same answer: not where each hashes in its own way. */
  isComparable: boolean;
  items: Item[];
  flagd: { state: 'ENABLED'; variants: { on: true; off: false }; defaultVariant: 'on' | 'off'; targeting?: JsonValue };
}
/** A condition as both engines write it. */
interface Test {
  condition: Condition;
  logic: JsonValue;
}

const PLANS = ['free', 'team', 'pro', 'enterprise'];
const COUNTRIES = ['DE', 'FR', 'US', 'BR', 'IN', 'JP', 'NG'];
const GROUPS = ['staff', 'beta', 'early', 'legacy'];

function pick<Value>(list: readonly Value[], index: number): Value {
  const value = list[index % list.length];
  if (value === undefined) throw new RangeError('An empty list.');
  return value;
}

/** 1,000 distinct subjects. */
export const CONTEXTS: EvaluationContext[] = Array.from({ length: 1000 }, (_, index) => ({
  targetingKey: `subject-${index}`,
  plan: pick(PLANS, index),
  country: pick(COUNTRIES, index * 3),
  age: 16 + ((index * 7) % 60),
  email: `person.${index}@${pick(['example.com', 'example.org', 'acme.test'], index)}`,
  groups: [pick(GROUPS, index), pick(GROUPS, index + 1)],
  version: `${1 + (index % 3)}.${index % 12}.${index % 5}`,
}));

function test(
  attribute: string,
  operator: 'equals' | 'in' | 'greaterThan' | 'endsWith' | 'contains',
  value: JsonValue,
): Test {
  const read = { var: attribute };
  const logic: Record<typeof operator, JsonValue> = {
    equals: { '===': [read, value] },
    in: { in: [read, value] },
    greaterThan: { '>': [read, value] },
    endsWith: { ends_with: [read, value] },
    contains: { in: [value, read] },
  };
  return { condition: { attribute, operator, value }, logic: logic[operator] };
}

function atLeast(version: string): Test {
  const condition: Condition = { attribute: 'version', operator: 'semverGreaterOrEqual', value: version };
  return { condition, logic: { sem_ver: [{ var: 'version' }, '>=', version] } };
}

/** flagd has no patterns: it gets the cheaper question with the same answer. */
function matches(domain: string): Test {
  const value = `@${domain.replace('.', '\\.')}$`;
  return {
    condition: { attribute: 'email', operator: 'matches', value },
    logic: { ends_with: [{ var: 'email' }, `@${domain}`] },
  };
}

function group(operator: GroupOperator, tests: Test[]): Test {
  const parts = tests.map(({ logic }) => logic);
  const joined: JsonValue = operator === 'AND' ? { and: parts } : { or: parts };
  const condition = { operator, conditions: tests.map((one) => one.condition) };
  return { condition, logic: operator === 'NOT' ? { '!': [joined] } : joined };
}

function single(index: number): Test {
  const kinds = [
    () => test('plan', 'equals', pick(PLANS, index)),
    () => test('country', 'in', [pick(COUNTRIES, index), pick(COUNTRIES, index + 2)]),
    () => test('age', 'greaterThan', 20 + index),
    () => test('email', 'endsWith', '@acme.test'),
    () => test('groups', 'contains', pick(GROUPS, index)),
    () => atLeast(`2.${index % 10}.0`),
  ];
  return pick(kinds, index)();
}

function nested(index: number): Test {
  const left = group('AND', [single(index), group('NOT', [single(index + 1), single(index + 2)])]);
  return group('OR', [left, group('AND', [single(index + 3), group('OR', [single(index + 4), single(index + 5)])])]);
}

function flag(key: string, isOn: boolean, one: Test | null, percentage: number | null): BenchFlag {
  const rule = {
    id: 'rule-1',
    name: '',
    description: '',
    enabled: true,
    operator: 'AND' as const,
    conditions: one === null ? [] : [one.condition],
    serve: { variant: 'on' },
    ...(percentage !== null && { rollout: { percentage: percentage * 1000 } }),
  };
  const variants = [
    { key: 'on', value: true },
    { key: 'off', value: false },
  ];
  const served = isOn ? 'on' : 'off';
  const shared = { v: 1, metadata: {}, clientVisible: true, tenantManaged: false, archived: false } as const;
  const definition = { ...shared, id: key, type: 'boolean' as const, variants, salt: key, algorithm: 'murmur3-v1' };
  const rules = one === null && percentage === null ? [] : [rule];
  const lists = { targets: [], prerequisites: [], rules };
  const configuration = {
    v: 1,
    version: 1,
    state: 'on',
    killed: false,
    offVariant: 'off',
    ...lists,
    default: { variant: served },
  } as const;
  const items: Item[] = [
    { kind: 'flag', key, body: definition },
    { kind: 'config', key, body: { ...configuration, rules } },
  ];
  const fraction = {
    fractional: [
      ['on', percentage ?? 0],
      ['off', 100 - (percentage ?? 0)],
    ],
  };
  const targeting = percentage !== null ? fraction : one === null ? undefined : { if: [one.logic, 'on', 'off'] };
  return {
    key,
    isComparable: percentage === null,
    items,
    flagd: {
      state: 'ENABLED',
      variants: { on: true, off: false },
      defaultVariant: served,
      ...(targeting && { targeting }),
    },
  };
}

function many(count: number, make: (index: number) => BenchFlag): BenchFlag[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

/** 40 default-only, 30 of one condition, 20 rollouts, 8 nested, 2 patterns. */
export const FLAGS: BenchFlag[] = [
  ...many(40, (index) => flag(`default-${index}`, index % 2 === 0, null, null)),
  ...many(30, (index) => flag(`condition-${index}`, false, single(index), null)),
  ...many(20, (index) => flag(`rollout-${index}`, false, null, 5 + index * 4)),
  ...many(8, (index) => flag(`nested-${index}`, false, nested(index), null)),
  ...many(2, (index) => flag(`pattern-${index}`, false, matches(pick(['example.com', 'acme.test'], index)), null)),
];
