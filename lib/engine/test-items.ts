import { createRuleset } from './ruleset';
import type { Ruleset } from './model';
import type {
  CodeDefaultBody,
  Condition,
  Configuration,
  FlagDefinition,
  GroupOperator,
  Item,
  MembershipBody,
  OverrideBody,
  Rule,
} from './types';

/** A flag as test data writes it: what is left out is that of a boolean flag that is on and serves `off`. */
export interface FlagSketch {
  definition?: Partial<FlagDefinition>;
  configuration?: Partial<Omit<Configuration, 'rules'>> & { rules?: Partial<Rule>[] };
  codeDefault?: Omit<CodeDefaultBody, 'v'>;
  overrides?: Record<string, Omit<OverrideBody, 'v'>>;
  memberships?: Record<string, Omit<MembershipBody, 'v'>>;
}
export interface SegmentSketch {
  operator?: GroupOperator;
  conditions?: Condition[];
  members?: string[];
}
export interface RulesetSketch {
  flags?: Record<string, FlagSketch>;
  segments?: Record<string, SegmentSketch>;
  environment?: string;
}

/** Items of a sketched flag; for tests. */
export function flagItems(key: string, sketch: FlagSketch): Item[] {
  const { rules = [], ...configuration } = sketch.configuration ?? {};
  const whole: Item[] = [
    { kind: 'flag', key, body: { ...definition(key), ...sketch.definition } },
    { kind: 'config', key, body: { ...CONFIGURATION, ...configuration, rules: rules.map(wholeRule) } },
  ];
  if (sketch.codeDefault) whole.push({ kind: 'codeDefault', key, body: { v: 1, ...sketch.codeDefault } });
  for (const [tenant, body] of Object.entries(sketch.overrides ?? {})) {
    whole.push({ kind: 'override', key: `${key}/${tenant}`, body: { v: 1, ...body } });
  }
  for (const [id, body] of Object.entries(sketch.memberships ?? {})) {
    whole.push({ kind: 'membership', key: `${key}/${id}`, body: { v: 1, ...body } });
  }
  return whole;
}

/** Items of a sketched segment; for tests. */
export function segmentItems(key: string, { operator = 'AND', conditions, members = [] }: SegmentSketch): Item[] {
  const listed = members.map((subject): Item => ({ kind: 'member', key: `${key}/${subject}`, body: { v: 1 } }));
  if (conditions === undefined) return listed;
  return [{ kind: 'segment', key, body: { v: 1, version: 1, operator, conditions } }, ...listed];
}

/** The ruleset of a sketch; for tests. */
export function sketchRuleset({ flags = {}, segments = {}, environment = 'production' }: RulesetSketch): Ruleset {
  const items = [
    ...Object.entries(flags).flatMap(([key, sketch]) => flagItems(key, sketch)),
    ...Object.entries(segments).flatMap(([key, sketch]) => segmentItems(key, sketch)),
  ];
  return createRuleset({ project: 'default', environment, epoch: 'test', number: 1, items });
}

function definition(key: string): FlagDefinition {
  return {
    v: 1,
    id: key,
    type: 'boolean',
    variants: [
      { key: 'on', value: true },
      { key: 'off', value: false },
    ],
    salt: `salt-of-${key}`,
    algorithm: 'murmur3-v1',
    metadata: {},
    clientVisible: true,
    tenantManaged: false,
    archived: false,
  };
}

const CONFIGURATION: Configuration = {
  v: 1,
  version: 1,
  state: 'on',
  killed: false,
  offVariant: 'off',
  targets: [],
  prerequisites: [],
  rules: [],
  default: { variant: 'off' },
};

function wholeRule(rule: Partial<Rule>, index: number): Rule {
  const empty = { id: `rule-${index + 1}`, name: '', description: '', enabled: true } as const;
  return { ...empty, operator: 'AND', conditions: [], serve: { variant: 'on' }, ...rule };
}
