'use client';

import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { ConfirmDialog } from '@/components/shared/confirm-dialog';
import { EnvironmentBadge } from '@/components/shared/environment-badge';
import { CommentField } from '@/components/targeting/comment-field';
import { type BatchStep, planBatch } from '@/lib/client/batch-plan';
import { useBatch } from '@/lib/client/use-batch';
import type { EnvironmentView } from '@/lib/services/environments/types';
import type { FlagListItem } from '@/lib/services/flags/types';
import { BatchFlags } from './batch-flags';
import { BatchReport } from './batch-report';
import type { FlagPlace } from './flag-context';
import { reachedEnvironments } from './reached-environments';
import { ReachedNote } from './reached-note';

export interface BatchDialogProps extends FlagPlace {
  step: BatchStep;
  flags: readonly FlagListItem[];
  /** `isDone`: something was done, so that the selection has served its purpose. */
  onClose: (isDone: boolean) => void;
}

/** Lists what a step does to each flag, asks once, and reports on each. */
export function BatchDialog({ step, flags, onClose, project, environments }: BatchDialogProps) {
  const t = useTranslations('flags.batch');
  const [comment, setComment] = useState('');
  const [isConfirming, setIsConfirming] = useState(true);
  const isStarted = useRef(false);
  const [plan] = useState(() => planBatch(step, flags));
  const { progress, run, undo, stop } = useBatch(project);
  const reached = affected(step, plan.changing, environments);
  const needsComment = reached.some(({ requireComment }) => requireComment);
  const guarded = reached.find((environment) => environment.protected);
  const target = 'environment' in step ? environments.find(({ key }) => key === step.environment) : undefined;
  const title = t(`title.${step.kind}`, {
    count: plan.changing.length,
    tag: 'tag' in step ? step.tag : '',
    environment: target?.name ?? '',
  });
  if (!isConfirming) {
    return (
      <BatchReport
        title={title}
        progress={progress}
        onStop={stop}
        onUndo={() => void undo()}
        onClose={() => onClose(true)}
      />
    );
  }
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && !isStarted.current && onClose(false)}
      title={title}
      description={t(`description.${step.kind}`)}
      confirmLabel={t('confirm', { count: plan.changing.length })}
      typedName={guarded?.name}
      disabled={plan.changing.length === 0 || (needsComment && comment.trim() === '')}
      onConfirm={() => {
        // The dialog closes itself once it is confirmed: that is not giving up.
        isStarted.current = true;
        setIsConfirming(false);
        void run(step, plan.changing, comment.trim() || undefined);
      }}
    >
      {target ? <EnvironmentBadge environment={target} className="w-fit" /> : <ReachedNote environments={reached} />}
      <BatchFlags plan={plan} />
      <CommentField value={comment} isRequired={needsComment} onChange={setComment} />
    </ConfirmDialog>
  );
}

/** The environments whose rules for changes count: the one that is switched in, or where the flags are not off. */
function affected(
  step: BatchStep,
  flags: readonly FlagListItem[],
  environments: readonly EnvironmentView[],
): EnvironmentView[] {
  if ('environment' in step) return environments.filter(({ key }) => key === step.environment);
  return reachedEnvironments(flags, environments);
}
