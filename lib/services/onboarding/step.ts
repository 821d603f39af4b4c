import { compileGroup } from '@/lib/engine/compile-group';
import { mergeContext, type Profile } from '@/lib/engine/merge-context';
import type { CompiledGroup, ConditionTreeNode, Ruleset, Scope } from '@/lib/engine/model';
import { createScope } from '@/lib/engine/scope';
import type { ProgressWhy } from '../subjects/types';
import type { Milestone, OnboardingView } from './types';

export interface CompiledMilestone {
  milestone: Milestone;
  group: CompiledGroup;
}
/** What subjects are measured by at an instant, in epoch milliseconds. */
export interface Measure {
  ruleset: Ruleset;
  stages: readonly string[];
  milestones: readonly CompiledMilestone[];
  now: number;
}
export interface Standing {
  targetingKey: string;
  profile: Profile;
  /** Keys of milestones that were reached before. */
  reached: ReadonlySet<string>;
}
export interface Move {
  from: string | null;
  to: string;
  why: ProgressWhy;
}
export interface Step {
  milestones: { key: string; why: ProgressWhy }[];
  /** At most one, however many stages it skips. */
  move: Move | null;
}

/** What this release cannot read holds for nobody. */
export const compileMilestones = ({ milestones }: OnboardingView): CompiledMilestone[] =>
  milestones
    .map((milestone) => ({ milestone, group: compileGroup(milestone) }))
    .filter(({ group }) => group.problem === null);

/** The conditions of a group that hold, by name; of what the product counts itself, with the value. */
function heldIn(node: ConditionTreeNode, scope: Scope): NonNullable<ProgressWhy['held']> {
  if (node.kind === 'segment' || !node.holds(scope)) return [];
  if (node.kind === 'group') {
    return node.operator === 'NOT' ? [] : node.children.flatMap((child) => heldIn(child, scope));
  }
  const { attribute } = node.condition;
  const value = node.read(scope);
  const isCounted = /^(user\.)?(counters\.|daysSinceJoined$|stageIndex$)/.test(attribute);
  return [isCounted && typeof value === 'number' ? { attribute, value } : { attribute }];
}

/**
 * Where a subject gets by what is known of it: milestones reached for the first time, and the furthest stage they
 * enter. A milestone may read the stage that another one just entered, so they are asked until none is new.
 */
export function stepOf(measure: Measure, { targetingKey, profile, reached }: Standing, trigger: ProgressWhy): Step {
  const { ruleset, stages, milestones, now } = measure;
  const found: Step['milestones'] = [];
  const open = new Set(milestones.filter(({ milestone }) => !reached.has(milestone.key)));
  const [first] = stages;
  let stage = profile.stage;
  let why = trigger;
  if (stage === null && first !== undefined) stage = first;
  for (let isNew = true; isNew && open.size > 0; ) {
    isNew = false;
    const source = { ruleset, context: { targetingKey }, profile: { ...profile, stage }, isTrusted: true, now };
    const { context, reserved } = mergeContext(source);
    const scope = createScope(ruleset, context, now, reserved ? { reserved } : {});
    for (const compiled of open) {
      const { milestone, group } = compiled;
      if (!group.root.holds(scope)) continue;
      open.delete(compiled);
      isNew = true;
      found.push({ key: milestone.key, why: { ...trigger, held: heldIn(group.root, scope) } });
      if (milestone.stage === null || stages.indexOf(milestone.stage) <= indexOf(stages, stage)) continue;
      stage = milestone.stage;
      why = { ...trigger, milestone: milestone.key };
    }
  }
  const isMoved = stage !== null && stage !== profile.stage;
  return { milestones: found, move: isMoved && stage !== null ? { from: profile.stage, to: stage, why } : null };
}

const indexOf = (stages: readonly string[], stage: string | null): number =>
  stage === null ? -1 : stages.indexOf(stage);
