import type { Prisma } from '@/lib/db/generated/client';
import { profileOf } from '../subjects/profile-of';
import type { OnboardingView, ProgressView } from './types';

/** What a subject's progress is read from. */
export const PROGRESS_OF = {
  milestones: { orderBy: [{ at: 'asc' }, { milestone: 'asc' }] },
} satisfies Prisma.SubjectInclude;

export type ProgressRow = Prisma.SubjectGetPayload<{ include: { milestones: true } }>;

/** A milestone or stage that the project has no longer is left out. */
export function progressView(row: ProgressRow, { stages, milestones }: OnboardingView): ProgressView {
  const keys = stages.map(({ key }) => key);
  const known = new Set(milestones.map(({ key }) => key));
  const stageIndex = row.stage === null ? -1 : keys.indexOf(row.stage);
  return {
    stage: stageIndex < 0 ? null : row.stage,
    stageIndex: stageIndex < 0 ? null : stageIndex,
    stages: keys,
    counters: profileOf(row).counters,
    unlocked: row.milestones.map(({ milestone }) => milestone).filter((key) => known.has(key)),
    updatedAt: row.updatedAt.toISOString(),
  };
}
