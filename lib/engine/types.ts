/**
 * The vocabulary of an evaluation. Everything here is plain data: items as they are stored and sent to edges and
 * SDKs, the context an answer is for, and the verdict. Instants are RFC 3339 strings in UTC where stored and epoch
 * milliseconds where computed. Percentages and weights are integers in thousandths of a percent (100,000 is all).
 */

export type JsonValue = null | boolean | number | string | JsonValue[] | JsonObject;
export interface JsonObject {
  [name: string]: JsonValue;
}

export type FlagType = 'boolean' | 'string' | 'number' | 'json';
export type VariantValue = boolean | string | number | JsonObject;
/** `default` follows the code default that the application declared. */
export type FlagState = 'on' | 'off' | 'default';
export type KeyKind = 'client' | 'server';

export interface Variant {
  key: string;
  value: VariantValue;
  name?: string;
}

/** What a flag is in every environment. `metadata` is flat, as OFREP wants it. */
export interface FlagDefinition {
  v: 1;
  id: string;
  type: FlagType;
  /** In the definition's order: splits are cut cumulatively in it. */
  variants: Variant[];
  salt: string;
  /** `murmur3-v1`, or the vendor's algorithm of an imported flag. */
  algorithm: string;
  metadata: Record<string, boolean | string | number>;
  clientVisible: boolean;
  tenantManaged: boolean;
  archived: boolean;
}

export const OPERATORS = [
  'equals',
  'notEquals',
  'in',
  'notIn',
  'contains',
  'notContains',
  'startsWith',
  'notStartsWith',
  'endsWith',
  'notEndsWith',
  'matches',
  'notMatches',
  'greaterThan',
  'greaterOrEqual',
  'lessThan',
  'lessOrEqual',
  'before',
  'after',
  'semverEqual',
  'semverGreaterThan',
  'semverGreaterOrEqual',
  'semverLessThan',
  'semverLessOrEqual',
  'exists',
  'notExists',
  'inSegment',
  'notInSegment',
  'inCidr',
  'notInCidr',
] as const;
export type Operator = (typeof OPERATORS)[number];
export type GroupOperator = 'AND' | 'OR' | 'NOT';

export interface AttributeCondition {
  /** A top-level name or a dotted path; empty for inSegment and notInSegment. */
  attribute: string;
  operator: Operator;
  value?: JsonValue;
}
export interface SegmentCondition {
  segment: string;
}
/** Conditions joined by AND, OR or NOT; NOT holds when none of its children does. */
export interface ConditionGroup {
  operator: GroupOperator;
  conditions: Condition[];
}
export type Condition = AttributeCondition | SegmentCondition | ConditionGroup;

export interface WeightedVariant {
  variant: string;
  weight: number;
}
export interface Split {
  split: WeightedVariant[];
  /** The attribute that is bucketed; `targetingKey` unless given. */
  unit?: string;
  /** Stands in the salt's place. */
  seed?: string;
}
/** A null variant is the caller's own default. */
export interface ServeVariant {
  variant: string | null;
}
export type Serve = ServeVariant | Split;

export interface Ramp {
  from: number;
  to: number;
  startsAt: string;
  endsAt: string;
  steps?: number;
}
/** A percentage or a ramp, not both. */
export interface Rollout {
  percentage?: number;
  ramp?: Ramp;
  unit?: string;
  seed?: string;
}
export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';
/** Hours of weekdays, by the clocks of the window's zone. */
export interface Recurrence {
  weekdays: Weekday[];
  /** `09:00`; hours that begin on a day that is an exception do not take place. */
  from: string;
  /** `17:00`, or `24:00`; not after `from`, it is on the next day. */
  to: string;
  /** Days such as `2026-12-25`. */
  exceptions?: string[];
}
/**
 * startsAt ≤ now < endsAt, and within the recurring hours if there are some. Dates, when the window was given in whole
 * days of its zone, are kept beside the instants.
 */
export interface TimeWindow {
  startsAt?: string;
  endsAt?: string;
  startDate?: string;
  endDate?: string;
  timezone?: string;
  recurring?: Recurrence;
}

export interface Rule extends ConditionGroup {
  id: string;
  name: string;
  description: string;
  enabled: boolean;
  /** Absent: a boolean flag serves `on`. Stored configurations always have it. */
  serve: Serve;
  rollout?: Rollout;
  window?: TimeWindow;
}
export interface TargetList {
  variant: string;
  subjects: string[];
}
export interface Prerequisite {
  flag: string;
  variants: string[];
}

/** A flag's state, targets, prerequisites, rules and default in one environment. */
export interface Configuration {
  v: 1;
  version: number;
  state: FlagState;
  killed: boolean;
  offVariant: string | null;
  targets: TargetList[];
  prerequisites: Prerequisite[];
  rules: Rule[];
  default: Serve;
}

export interface SegmentContent extends ConditionGroup {
  v: 1;
  version: number;
}
export interface OverrideBody {
  v: 1;
  variant: string;
  expiresAt?: string;
  /** Why it was set, for people. */
  note?: string;
}
export interface MembershipBody {
  v: 1;
  subject?: string;
  tenant?: string;
  startsAt: string;
  endsAt: string;
  variant?: string;
  /** Whole days, both included, where it was written so; the instants are what counts. */
  startDate?: string;
  endDate?: string;
  timezone?: string;
  recurring?: Recurrence;
  /** Why there is one, for people. */
  note?: string;
  /** Counts its changes, from 1. */
  version?: number;
}
export interface CodeDefaultBody {
  v: 1;
  variant: string;
}
export type AttributeType = 'string' | 'number' | 'boolean' | 'date' | 'semver' | 'list' | 'json';
export interface AttributeBody {
  v: 1;
  type: AttributeType;
  allowed?: JsonValue[];
  trusted: boolean;
  personal: boolean;
}
export interface ApiKeyBody {
  v: 1;
  kind: KeyKind;
  /** SHA-256 of the secret, hex. */
  hash: string;
  edge: boolean;
  /** Allowed origins of a client key; empty is any. */
  origins: string[];
  expiresAt?: string;
}
export interface EnvironmentBody {
  v: 1;
  publicRead: boolean;
  /** Client keys must prove who they ask for. */
  requireProof?: boolean;
}
/** What rules may ask of a customer organisation, as `tenantInfo.*`. */
export interface TenantBody {
  v: 1;
  attributes: JsonObject;
  /** Subject roles of its own, each ranking with one of the project's. */
  roles?: { key: string; ranksWith: string }[];
}
/** What progress is measured by: stages in order, and subject roles from the lowest to the highest. */
export interface OnboardingBody {
  v: 1;
  stages: string[];
  roles: string[];
}

/**
 * Kind and body of every piece of a ruleset, and how its key is made. Parts of a key are joined by `/`, which no
 * flag, segment or tenant key may contain.
 */
export interface ItemBodies {
  /** key: flag */
  flag: FlagDefinition;
  /** key: flag */
  config: Configuration;
  /** key: segment */
  segment: SegmentContent;
  /** key: segment/subject */
  member: { v: 1 };
  /** key: flag/tenant */
  override: OverrideBody;
  /** key: flag/membership id */
  membership: MembershipBody;
  /** key: flag */
  codeDefault: CodeDefaultBody;
  /** key: attribute name */
  attribute: AttributeBody;
  /** key: API key id */
  apiKey: ApiKeyBody;
  /** key: environment */
  environment: EnvironmentBody;
  /** key: tenant */
  tenant: TenantBody;
  /** key: project */
  onboarding: OnboardingBody;
}
export type ItemKind = keyof ItemBodies;
export type Item = { [K in ItemKind]: { kind: K; key: string; body: ItemBodies[K] } }[ItemKind];

/** What the caller says about the subject; any JSON object. */
export type EvaluationContext = JsonObject;

export type Reason = 'STATIC' | 'DEFAULT' | 'TARGETING_MATCH' | 'SPLIT' | 'DISABLED' | 'ERROR';
export type Cause =
  | 'killed'
  | 'off'
  | 'prerequisite'
  | 'override'
  | 'codeDefault'
  | 'target'
  | 'membership'
  | 'rule'
  | 'default';
export type EvaluationErrorCode = 'FLAG_NOT_FOUND' | 'TARGETING_KEY_MISSING' | 'GENERAL';

/** One flag's answer. `variant: null` without `errorCode` is the caller's own default: there is no `value` then. */
export interface Verdict {
  key: string;
  reason: Reason;
  variant: string | null;
  value?: VariantValue;
  cause?: Cause;
  ruleId?: string;
  configVersion?: number;
  errorCode?: EvaluationErrorCode;
  errorDetails?: string;
  /** The flag's own metadata. */
  metadata?: Record<string, boolean | string | number>;
}
