import type { BigMap } from './big-map';
import type { InstantSet } from './instant-set';
import type { CompiledRamp } from './ramp';
import type { StepName, TraceStep } from './trace';
import type {
  ApiKeyBody,
  AttributeBody,
  AttributeCondition,
  CodeDefaultBody,
  Configuration,
  EnvironmentBody,
  EvaluationContext,
  FlagDefinition,
  GroupOperator,
  JsonObject,
  JsonValue,
  KeyKind,
  MembershipBody,
  OnboardingBody,
  OverrideBody,
  SegmentContent,
  TenantBody,
  Verdict,
} from './types';
import type { CompiledWindow } from './window';

/** Reserved attributes, which only the server may give: a subject's progress. */
export interface ReservedAttributes {
  stage?: string;
  stageIndex?: number;
  daysSinceJoined?: number;
  counters?: Record<string, number>;
  /** Subject roles of the project, from the lowest, up to the one that the subject's ranks with. */
  roleAtLeast?: string[];
}

export interface EvaluateOptions {
  /** The kind of key that asks; a client key sees client-visible flags only. Default `server`. */
  audience?: KeyKind;
  reserved?: ReservedAttributes;
}

/** Whether a condition, segment or group holds in a scope. */
export type Holds = (scope: Scope) => boolean;
/** Reads one attribute in a scope; undefined when it is missing. */
export type AttributeReader = (scope: Scope) => JsonValue | undefined;

export interface ConditionNode {
  kind: 'condition';
  condition: AttributeCondition;
  holds: Holds;
  read: AttributeReader;
  /** Whether the positive operator can read this value at all. */
  canRead: (actual: JsonValue) => boolean;
}
export interface SegmentNode {
  kind: 'segment';
  holds: Holds;
  segment: string;
  negated: boolean;
}
export interface GroupNode {
  kind: 'group';
  holds: Holds;
  operator: GroupOperator;
  children: readonly ConditionTreeNode[];
}
export type ConditionTreeNode = ConditionNode | SegmentNode | GroupNode;

/** A compiled group, what it depends on, and why it cannot be used, if it cannot. */
export interface CompiledGroup {
  root: GroupNode;
  attributes: ReadonlySet<string>;
  segments: ReadonlySet<string>;
  /** Instants at which a condition on `now` changes its answer. */
  instants: readonly number[];
  problem: string | null;
}

/** Answers, or returns null and the next one is asked. */
export type Decide = (scope: Scope, entry: FlagEntry) => Verdict | null;

/** One row of the precedence list. */
export interface Step {
  readonly name: StepName;
  /** Whether the entry rules out that the step ever answers: only an explanation then asks it. */
  isIdle(entry: FlagEntry): boolean;
  /** What the row asks, in order: each of its rules, or the one thing it knows. */
  decides: readonly Decide[];
  /** What there is to say about that answer, for an explanation. */
  describe(scope: Scope, entry: FlagEntry, verdict: Verdict | null): TraceStep[];
  /** What there is to say when an earlier step answered. */
  skip(): TraceStep[];
}

export interface CompiledFlag {
  /** One per row of the precedence list. */
  steps: readonly Step[];
  notFound: Verdict;
  attributes: ReadonlySet<string>;
  segments: ReadonlySet<string>;
  prerequisites: readonly string[];
  windows: readonly CompiledWindow[];
  ramps: readonly CompiledRamp[];
  instants: readonly number[];
}

export interface CompiledOverride {
  body: OverrideBody;
  /** In force while now < until. */
  until: number;
}
export interface CompiledMembership extends CompiledWindow {
  id: string;
  body: MembershipBody;
}
/** A subject's or tenant's memberships of one flag: the latest start first, then the smallest id. */
export type MembershipList = readonly CompiledMembership[];

export interface MembershipIndex {
  byId: BigMap<CompiledMembership>;
  bySubject: BigMap<MembershipList>;
  byTenant: BigMap<MembershipList>;
  /** Those that open and close at recurring hours, by id. */
  recurring: BigMap<CompiledMembership>;
}

/** Everything a ruleset holds under one flag key. Replaced, never changed. */
export interface FlagEntry {
  key: string;
  /** Whether a server key gets an answer: not archived, with definition and configuration. */
  isVisible: boolean;
  isClientVisible: boolean;
  definition: FlagDefinition | null;
  configuration: Configuration | null;
  codeDefault: CodeDefaultBody | null;
  /** Null while definition or configuration is missing. */
  compiled: CompiledFlag | null;
  /** All that may answer, in order, as long as the entry is what it is. */
  active: readonly Decide[];
  /** The answer to every context at every time, if the flag has one: then evaluating it is one look-up. */
  constant: Verdict | null;
  overrides: BigMap<CompiledOverride>;
  memberships: MembershipIndex;
  /** Starts, ends and expiries of memberships and overrides. */
  instants: InstantSet;
}

export interface SegmentEntry {
  key: string;
  content: SegmentContent | null;
  /** Null when the content is empty or missing: the segment then holds only its members. */
  group: CompiledGroup | null;
  members: BigMap<true>;
}

/** Everything needed to evaluate one environment, at one number. Immutable; `applyDelta` gives the next one. */
export interface Ruleset {
  readonly project: string;
  /** The environment's key. */
  readonly environment: string;
  readonly epoch: string;
  readonly number: number;
  readonly flags: ReadonlyMap<string, FlagEntry>;
  readonly segments: ReadonlyMap<string, SegmentEntry>;
  readonly attributes: ReadonlyMap<string, AttributeBody>;
  /** Names and paths among them that are believed from servers only. */
  readonly trusted: readonly string[];
  readonly apiKeys: ReadonlyMap<string, ApiKeyBody>;
  readonly environments: ReadonlyMap<string, EnvironmentBody>;
  readonly tenants: ReadonlyMap<string, TenantBody>;
  /** Null: the project has the stages and roles that every one starts with. */
  readonly onboarding: OnboardingBody | null;
  /** Keys in order that each kind of key may see. */
  readonly visible: Readonly<Record<KeyKind, readonly string[]>>;
}

/** One evaluation: what it is for, and what it met on its way. */
export interface Scope {
  readonly ruleset: Ruleset;
  readonly context: EvaluationContext;
  readonly now: number;
  readonly audience: KeyKind;
  readonly reserved: JsonObject | null;
  /** `targetingKey` as a unit, or null. */
  readonly subject: string | null;
  readonly tenant: string | null;
  /** How many prerequisites deep the flag being asked is. */
  depth: number;
  /** How many segments deep the group being asked is. */
  segmentDepth: number;
  /** Why the conditions met so far cannot be answered: an operator this version does not know. */
  problem: string | null;
  memory: ScopeMemory | null;
}

/** What a scope has met. Answers are kept by depth, so that shared prerequisites and segments are asked once. */
export interface ScopeMemory {
  prerequisites: Map<string, Verdict>[];
  segments: Map<string, SegmentAnswer>[];
  /** Segments whose conditions a trace already shows. */
  traced: Set<string>;
}

export interface SegmentAnswer {
  holds: boolean;
  problem: string | null;
}
