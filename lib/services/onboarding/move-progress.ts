import type { z } from 'zod';
import { progressMoveSchema } from '@/lib/schemas/onboarding';
import { defineVerb } from '../define-verb';
import { serviceError } from '../errors';
import { findProgress } from './find-progress';
import { measureSubject, raiseSubject } from './notice';
import { progressView } from './progress-view';
import { readOnboarding } from './read';
import { recordSteps } from './record-steps';
import type { ProgressView } from './types';

/** The stage to go to from `from`: a named one, or the next. Refuses what is not there, behind, or beyond the last. */
function targetOf(stages: readonly string[], from: string | null, asked: z.output<typeof progressMoveSchema>): string {
  const index = from === null ? -1 : stages.indexOf(from);
  const to = 'stage' in asked ? stages.indexOf(asked.stage) : index + 1;
  if (to === -1) throw serviceError('refused', 'stage_unknown');
  if (to < index) throw serviceError('refused', 'stage_behind');
  const target = stages[to];
  if (target === undefined) throw serviceError('refused', 'stage_last');
  return target;
}

/**
 * Moves a subject to a later stage, or one stage on. Each call that advances moves one stage: of many at once each is
 * its own step, until the last. With `from` only a subject in that stage moves, so that of many at once one does and
 * the others are `stage_differs`. To be where one is asked to be already changes nothing.
 */
export const moveProgress = defineVerb({
  verbName: 'onboarding.moveProgress',
  input: progressMoveSchema,
  permission: 'subject.edit',
  locks: ({ environment }) => ({ environments: [environment] }),
  reaches: (tx, { environment }) => [tx.environment(environment)],
  // An application reports what its subject did; it has nobody to ask for a comment.
  isCommentFree: () => true,
  run: async (tx, asked): Promise<ProgressView> => {
    const { targetingKey, from } = asked;
    const environment = tx.environment(asked.environment);
    const onboarding = await readOnboarding(tx.db, tx.scope.projectId);
    const row = await findProgress(tx.db, environment.id, targetingKey);
    if (from !== undefined && from !== row.stage) {
      throw serviceError('conflict', 'stage_differs', { current: progressView(row, onboarding) });
    }
    const stages = onboarding.stages.map((stage) => stage.key);
    const to = targetOf(stages, row.stage, asked);
    if (to === row.stage) return progressView(row, onboarding);
    const by = { by: { id: tx.actor.id, name: tx.actor.name } };
    await recordSteps(tx, environment, [{ targetingKey, milestones: [], move: { from: row.stage, to, why: by } }]);
    const audited = (stage: string | null) => ({ targetingKey, stage });
    tx.audit({
      action: 'subject.move',
      environment: environment.key,
      before: audited(row.stage),
      after: audited(to),
    });
    // The new stage may be what a milestone waits for.
    if (!(await measureSubject(tx, environment, targetingKey, by))) await raiseSubject(tx, environment, targetingKey);
    return progressView(await findProgress(tx.db, environment.id, targetingKey), onboarding);
  },
});
