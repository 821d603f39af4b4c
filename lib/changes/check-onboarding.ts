import type { ConditionGroup } from '../engine/types';
import { checkGroup, type ConditionRefs } from './check-conditions';
import { at, type ChangeIssue, issue } from './issue';
import type { ChangeIssueCode } from './issue-texts';
import { referencesOfGroup } from './references';

interface Keyed {
  key: string;
}
interface Milestone extends Keyed, ConditionGroup {
  stage: string | null;
}
export interface OnboardingDraft {
  stages: readonly Keyed[];
  milestones: readonly Milestone[];
  roles: readonly string[];
}

/** What a project's onboarding means wrongly. Empty if nothing. */
export function checkOnboarding(
  { stages, milestones, roles }: OnboardingDraft,
  constant: ConditionRefs['constant'],
): ChangeIssue[] {
  const known = new Set(stages.map(({ key }) => key));
  const refs: ConditionRefs = { flags: () => undefined, segments: () => false, constant };
  return [
    ...twice(keysOf(stages), 'stages', 'stage_duplicate'),
    ...twice(keysOf(milestones), 'milestones', 'milestone_duplicate'),
    ...twice(roles, 'roles', 'role_duplicate'),
    ...milestones.flatMap((milestone, index) => {
      const path = at('milestones', index);
      const isAbsent = milestone.stage !== null && !known.has(milestone.stage);
      return [
        ...(isAbsent ? [issue(at(path, 'stage'), 'stage_absent')] : []),
        ...checkMilestone(milestone, refs, path),
      ];
    }),
  ];
}

/** A segment's content is an environment's, and asks more than a subject's own profile: milestones do without. */
function checkMilestone(group: ConditionGroup, refs: ConditionRefs, path: string): ChangeIssue[] {
  const { segments, memberships } = referencesOfGroup(group);
  if (segments.length + memberships.length > 0) return [issue(at(path, 'conditions'), 'milestone_segment')];
  return checkGroup(group, refs, path);
}

/** Keys of ours are unique whatever their case. */
const keysOf = (list: readonly Keyed[]): string[] => list.map(({ key }) => key.toLowerCase());

function twice(values: readonly string[], path: string, code: ChangeIssueCode): ChangeIssue[] {
  return values.flatMap((value, index) => (values.indexOf(value) < index ? [issue(at(path, index), code)] : []));
}
