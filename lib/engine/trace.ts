import type { Cause, FlagState, GroupOperator, JsonValue, Reason, Recurrence } from './types';

/** Every message an explanation may hold. Pages word them; the catalogue must have each. */
export const TRACE_MESSAGES = [
  'found.yes',
  'found.unknown',
  'found.archived',
  'found.notVisible',
  'killed.yes',
  'killed.no',
  'state.on',
  'state.default',
  'state.off',
  'state.offButOverridden',
  'prerequisites.none',
  'prerequisites.met',
  'prerequisites.notMet',
  'prerequisite.met',
  'prerequisite.otherVariant',
  'prerequisite.unknown',
  'prerequisite.killed',
  'prerequisite.off',
  'prerequisite.ownPrerequisite',
  'prerequisite.failed',
  'override.noTenant',
  'override.none',
  'override.expired',
  'override.inForce',
  'codeDefault.notFollowed',
  'codeDefault.declared',
  'codeDefault.undeclared',
  'targets.noSubject',
  'targets.none',
  'targets.found',
  'memberships.none',
  'memberships.closed',
  'memberships.openForSubject',
  'memberships.openForTenant',
  'rule.disabled',
  'rule.windowClosed',
  'rule.conditionsFail',
  'rule.notInRollout',
  'rule.rolloutUnitMissing',
  'rule.splitUnitMissing',
  'rule.targetingKeyMissing',
  'rule.matches',
  'default.variant',
  'default.split',
  'default.unitMissing',
  'default.targetingKeyMissing',
  'condition.holds',
  'condition.differs',
  'condition.missing',
  'condition.null',
  'condition.unreadable',
  'segment.member',
  'segment.rules',
  'segment.membership',
  'segment.notHeld',
  'segment.unknown',
  'segment.tooDeep',
  'step.notReached',
  'step.cannotRead',
] as const;
export type TraceMessageId = (typeof TRACE_MESSAGES)[number];

export interface TraceMessage {
  id: TraceMessageId;
  params: Record<string, string | number>;
}

export type StepName =
  | 'found'
  | 'killed'
  | 'state'
  | 'prerequisites'
  | 'override'
  | 'codeDefault'
  | 'targets'
  | 'memberships'
  | 'rule'
  | 'default';

/** `answered`: this step gave the verdict. `passed`: it had nothing to say. `skipped`: not reached, or disabled. */
export type StepVerdict = 'answered' | 'passed' | 'skipped';
export type CheckVerdict = 'pass' | 'fail';

interface StepBase<Name extends StepName> {
  step: Name;
  verdict: StepVerdict;
  message: TraceMessage;
}

/** A step that holds nothing but its message, or that was not reached or cannot be read. */
export type PlainTrace = StepBase<'found' | 'killed'>;
export interface StateTrace extends StepBase<'state'> {
  state?: FlagState;
}
export interface PrerequisiteTrace {
  flag: string;
  required: string[];
  verdict: CheckVerdict;
  served: { variant: string | null; reason: Reason; cause?: Cause } | null;
  message: TraceMessage;
}
export interface PrerequisitesTrace extends StepBase<'prerequisites'> {
  /** Up to and including the first that is not met. */
  prerequisites?: PrerequisiteTrace[];
}
export interface OverrideTrace extends StepBase<'override'> {
  tenant?: string;
  variant?: string;
  expiresAt?: string;
}
export interface CodeDefaultTrace extends StepBase<'codeDefault'> {
  variant?: string;
}
export interface TargetsTrace extends StepBase<'targets'> {
  subject?: string;
  variant?: string;
}
export interface MembershipsTrace extends StepBase<'memberships'> {
  id?: string;
  startsAt?: string;
  endsAt?: string;
  variant?: string | null;
}
export interface RuleTrace extends StepBase<'rule'> {
  /** Position in the configuration, from 0. */
  index: number;
  ruleId: string;
  name: string;
  window?: WindowTrace;
  conditions?: GroupTrace;
  /** Path of the first condition that made the group fail. */
  firstFailing?: string | null;
  rollout?: BucketTrace;
  split?: BucketTrace;
}
export interface DefaultTrace extends StepBase<'default'> {
  split?: BucketTrace;
}

export type TraceStep =
  | PlainTrace
  | StateTrace
  | PrerequisitesTrace
  | OverrideTrace
  | CodeDefaultTrace
  | TargetsTrace
  | MembershipsTrace
  | RuleTrace
  | DefaultTrace;

export interface WindowTrace {
  startsAt: string | null;
  endsAt: string | null;
  /** The hours it is open within. */
  recurring?: Recurrence;
  timezone?: string;
  isOpen: boolean;
  /** When that changes next; null for never. */
  changesAt: string | null;
}

/** A bucket against the ranges it may fall in. All numbers in thousandths of a percent; ranges are half-open. */
export interface BucketTrace {
  purpose: 'in' | 'split';
  /** The attribute that is bucketed. */
  unit: string;
  /** Its value as hashed; null when missing or not needed. */
  value: string | null;
  /** Null when no bucket was needed (0 %, 100 %, a single variant) or the unit is missing. */
  bucket: number | null;
  ranges: { variant: string | null; from: number; to: number; holds: boolean }[];
}

interface CheckBase {
  /** Position among the conditions: `0`, `1.0`, …; the group of the rule itself is the empty path. */
  path: string;
  verdict: CheckVerdict;
  /** False for those after the one that settled their group: shown, but without effect. */
  counted: boolean;
}
export interface ConditionTrace extends CheckBase {
  kind: 'condition';
  attribute: string;
  operator: string;
  expected: JsonValue;
  /** Null when missing, and then `isPresent` is false. */
  actual: JsonValue;
  isPresent: boolean;
  message: TraceMessage;
}
export interface SegmentTrace extends CheckBase {
  kind: 'segment';
  segment: string;
  negated: boolean;
  message: TraceMessage;
  /** The segment's own conditions, the first time the explanation meets them. */
  conditions?: GroupTrace;
}
export interface GroupTrace extends CheckBase {
  kind: 'group';
  operator: GroupOperator;
  conditions: CheckTrace[];
  /** Position of the child that settled it, or null when all had to be asked. */
  settledBy: number | null;
}
export type CheckTrace = ConditionTrace | SegmentTrace | GroupTrace;
