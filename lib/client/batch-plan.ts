import type { FlagListItem } from '@/lib/services/flags/types';

/** One thing to do to many flags. */
export type BatchStep =
  | { kind: 'addTag' | 'removeTag'; tag: string }
  | { kind: 'archive' }
  | { kind: 'enable' | 'disable'; environment: string };

export type SkipReason = 'already' | 'killed' | 'archived';

export interface BatchPlan {
  changing: FlagListItem[];
  skipped: { flag: FlagListItem; reason: SkipReason }[];
}

/** Which of the flags a step changes, and why it leaves the others. */
export function planBatch(step: BatchStep, flags: readonly FlagListItem[]): BatchPlan {
  const plan: BatchPlan = { changing: [], skipped: [] };
  for (const flag of flags) {
    const reason = reasonToSkip(step, flag);
    if (reason === null) plan.changing.push(flag);
    else plan.skipped.push({ flag, reason });
  }
  return plan;
}

function reasonToSkip(step: BatchStep, flag: FlagListItem): SkipReason | null {
  switch (step.kind) {
    case 'addTag':
      return flag.tags.includes(step.tag) ? 'already' : null;
    case 'removeTag':
      return flag.tags.includes(step.tag) ? null : 'already';
    case 'archive':
      return flag.archived ? 'already' : null;
    case 'enable':
    case 'disable': {
      if (flag.archived) return 'archived';
      const { state = 'off', killed = false } = flag.environments[step.environment] ?? {};
      if (killed) return 'killed';
      return state === (step.kind === 'enable' ? 'on' : 'off') ? 'already' : null;
    }
  }
}
