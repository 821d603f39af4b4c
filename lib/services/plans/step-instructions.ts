import type { Instruction } from '@/lib/changes/types';
import type { Condition, Configuration, FlagDefinition, Rollout, Rule, Serve } from '@/lib/engine/types';
import { bandOf, isFirstThere, isForEverybody, type PlanStep } from './steps';

/** What the steps of one plan are made into instructions with. */
export interface PlanMaking {
  id: string;
  name: string;
  /** What it serves. */
  variant: string;
  unit?: string;
  seed?: string;
  steps: readonly PlanStep[];
}

/** Where a step takes place. */
export interface PlanGround {
  definition: FlagDefinition;
  configuration: Configuration;
  /** What the application declared there. */
  codeDefault: string | null;
  /** Whether there is a segment with a key. */
  isSegment: (key: string) => boolean;
}

const WHOLE_PERCENT = 1_000;

export const planRuleId = (id: string, band: number): string => `plan-${id}-${band}`;
const isOwnRule = (id: string, rule: Rule): boolean => rule.id.startsWith(`plan-${id}-`);

/** Whether everybody whom nothing else decides for gets the plan's variant already. */
export function servesAll({ configuration, codeDefault }: PlanGround, variant: string): boolean {
  const { state, killed, default: serve } = configuration;
  if (killed || state === 'off') return false;
  if (state === 'default') return codeDefault === variant;
  return 'variant' in serve && serve.variant === variant;
}

/** What those get who are not admitted: the off variant, unless that is what the plan serves. */
function restOf({ definition, configuration }: PlanGround, variant: string): string | null {
  const { offVariant } = configuration;
  if (offVariant !== variant) return offVariant;
  return definition.variants.find(({ value }) => value === false)?.key ?? null;
}

const canServe = (serve: Serve, variant: string): boolean =>
  'variant' in serve ? serve.variant === variant : serve.split.some((part) => part.variant === variant);

/** Turns a flag on without serving the variant to anybody yet. */
function opening(ground: PlanGround, variant: string): Instruction[] {
  const { state, default: serve } = ground.configuration;
  if (state === 'on') return [];
  const rest: Instruction[] = canServe(serve, variant)
    ? [{ kind: 'setDefault', default: { variant: restOf(ground, variant) } }]
    : [];
  return [...rest, { kind: 'turnOn' }];
}

const anyOf = (conditions: Condition[]): Condition[] =>
  conditions.length > 1 ? [{ operator: 'OR', conditions }] : conditions;
const inRoles = (roles: string[]): Condition[] =>
  ['roles', 'role'].map((attribute) => ({ attribute, operator: 'in', value: roles }));

/** Who a step is for. `in` means any element of a list, and the whole of a text: a part of a name is no membership. */
function conditionsOf(step: PlanStep, isSegment: PlanGround['isSegment']): Condition[] {
  const segments = step.targetGroups.filter(isSegment);
  const groups = step.targetGroups.filter((key) => !isSegment(key));
  const inGroups: Condition[] = groups.length > 0 ? [{ attribute: 'groups', operator: 'in', value: groups }] : [];
  return [
    ...(step.excludedRoles.length > 0 ? [{ operator: 'NOT' as const, conditions: inRoles(step.excludedRoles) }] : []),
    ...(step.includedRoles.length > 0 ? anyOf(inRoles(step.includedRoles)) : []),
    ...anyOf([...segments.map((segment) => ({ segment })), ...inGroups]),
  ];
}

/** Raises the band's rule, or adds it behind the plan's other rules; who is admitted stays so. */
function admitting(plan: PlanMaking, { configuration, isSegment }: PlanGround, index: number): Instruction[] {
  const step = plan.steps[index];
  if (!step) throw new Error('a plan has no such step');
  const band = bandOf(plan.steps, index);
  const { unit, seed, variant } = plan;
  const percentage = Math.round(band.percentage * WHOLE_PERCENT);
  const rollout: Rollout = { percentage, ...(unit !== undefined && { unit }), ...(seed !== undefined && { seed }) };
  const id = planRuleId(plan.id, band.first);
  const { rules } = configuration;
  const found = rules.find((rule) => rule.id === id);
  if (found) {
    const reached = found.rollout ? (found.rollout.percentage ?? 0) : percentage;
    return reached >= percentage ? [] : [{ kind: 'setRollout', id, rollout }];
  }
  const last = rules.findLastIndex((rule) => isOwnRule(plan.id, rule));
  const follower = last < 0 ? undefined : rules[last + 1]?.id;
  const rule: Rule = {
    id,
    name: plan.name,
    description: '',
    enabled: true,
    operator: 'AND',
    conditions: conditionsOf(step, isSegment),
    serve: { variant },
    rollout,
  };
  return [{ kind: 'addRule', rule, ...(follower !== undefined && { before: follower }) }];
}

/** What makes a step of a plan so, on top of those before it. */
export function stepInstructions(plan: PlanMaking, ground: PlanGround, index: number): Instruction[] {
  const step = plan.steps[index];
  if (step && isForEverybody(step) && servesAll(ground, plan.variant)) return [];
  const open = isFirstThere(plan.steps, index) ? opening(ground, plan.variant) : [];
  return [...open, ...admitting(plan, ground, index)];
}
