import { keySchema } from '@/lib/schemas/key';
import { progressSubjectSchema } from '@/lib/schemas/onboarding';
import { findEnvironment } from '../configurations/find-subject';
import { defineRead } from '../define-verb';
import { findProgress } from './find-progress';
import { noticeProgress } from './notice';
import { progressView } from './progress-view';
import { readOnboarding } from './read';
import type { ProgressView } from './types';

/** Where a subject is in onboarding. A subject that nothing is known of is `not_found`. */
export const getProgress = defineRead({
  verbName: 'onboarding.getProgress',
  input: progressSubjectSchema.extend({ environment: keySchema }),
  permission: 'subject.view',
  run: async (ctx, { environment: key, targetingKey }): Promise<ProgressView> => {
    const environment = await findEnvironment(ctx.db, ctx.scope.projectId, key);
    const onboarding = await readOnboarding(ctx.db, ctx.scope.projectId);
    const row = await findProgress(ctx.db, environment.id, targetingKey);
    const isFurther = await noticeProgress(ctx, environment, row, onboarding);
    return progressView(isFurther ? await findProgress(ctx.db, environment.id, targetingKey) : row, onboarding);
  },
});
