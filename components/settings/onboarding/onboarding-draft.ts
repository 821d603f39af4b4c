import type { Milestone, OnboardingView, Stage } from '@/lib/services/onboarding/types';

/** Keeps a row's identity while its key is typed. */
export interface Row {
  id: string;
  /** Stored already, so that its key stays. */
  isKept: boolean;
}
export type StageRow = Stage & Row;
export type MilestoneRow = Milestone & Row;
export interface RoleRow extends Row {
  key: string;
}

export interface OnboardingDraft {
  stages: StageRow[];
  milestones: MilestoneRow[];
  roles: RoleRow[];
}
export type OnboardingContent = Pick<OnboardingView, 'stages' | 'milestones' | 'roles'>;

const kept = <T extends { key: string }>(item: T): T & Row => ({ ...item, id: item.key, isKept: true });

/** What the page edits, of what is stored. */
export const draftOf = ({ stages, milestones, roles }: OnboardingContent): OnboardingDraft => ({
  stages: stages.map(kept),
  milestones: milestones.map(kept),
  roles: roles.map((key) => kept({ key })),
});

const bare = <T extends Row>({ id: _id, isKept: _isKept, ...rest }: T): Omit<T, keyof Row> => rest;

/** What a draft stands for. */
export const contentOf = ({ stages, milestones, roles }: OnboardingDraft): OnboardingContent => ({
  stages: stages.map(bare),
  milestones: milestones.map(bare),
  roles: roles.map(({ key }) => key),
});

/** How many stages, milestones and roles are new, gone, changed or in another place. */
export function countChanges(before: OnboardingContent, after: OnboardingContent): number {
  const texts = (list: readonly unknown[]): string[] => list.map((item) => JSON.stringify(item));
  const parts = [
    [texts(before.stages), texts(after.stages)],
    [texts(before.milestones), texts(after.milestones)],
    [before.roles, after.roles],
  ] as const;
  return parts.reduce((sum, [was, is]) => sum + differing(was, is), 0);
}

const differing = (was: readonly string[], is: readonly string[]): number => {
  const changed = is.filter((text) => !was.includes(text)).length;
  const gone = was.filter((text) => !is.includes(text)).length;
  const isMoved = changed + gone === 0 && was.some((text, index) => text !== is[index]);
  return isMoved ? 1 : Math.max(changed, gone);
};
