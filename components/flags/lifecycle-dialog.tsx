'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/shared/confirm-dialog';
import { refusalOf } from '@/lib/client/use-action';
import { useFlagLifecycle } from '@/lib/client/use-flag-lifecycle';
import type { FlagListItem } from '@/lib/services/flags/types';
import { CommentField } from '@/components/targeting/comment-field';
import type { FlagPlace } from './flag-context';
import type { LifecycleStep } from './flag-row-menu';
import { ReachedNote } from './reached-note';
import { reachedEnvironments } from './reached-environments';
import { RefusedUsage } from './refused-usage';

/** What is asked to happen to a flag as a whole. */
export interface LifecycleRequest {
  step: LifecycleStep;
  flag: Pick<FlagListItem, 'key' | 'version' | 'environments'>;
}

export interface LifecycleDialogProps extends Pick<FlagPlace, 'project' | 'environments'> {
  request: LifecycleRequest | null;
  onClose: () => void;
  onDeleted?: () => void;
}

/** Confirms archiving, restoring or deleting a flag, and says whom it reaches. */
export function LifecycleDialog({ request, project, environments, onClose, onDeleted }: LifecycleDialogProps) {
  const t = useTranslations('flags');
  const { archive, restore, remove } = useFlagLifecycle(project);
  const [comment, setComment] = useState('');
  const [shown, setShown] = useState(request);
  if (request !== null && request !== shown) setShown(request);
  if (shown === null) return null;
  const { step, flag } = shown;
  const { key, version } = flag;
  const reached = reachedEnvironments([flag], environments);
  const needsComment = reached.some(({ requireComment }) => requireComment);
  const close = (): void => {
    setComment('');
    remove.reset();
    onClose();
  };
  const confirm = async (): Promise<void> => {
    const said = comment.trim() || undefined;
    if (step === 'archive') await archive.mutateAsync({ key, comment: said });
    else if (step === 'restore') await restore.mutateAsync({ key, comment: said });
    else {
      await remove.mutateAsync({ key, version, comment: said });
      onDeleted?.();
    }
  };
  return (
    <ConfirmDialog
      open={request !== null}
      onOpenChange={(open) => !open && close()}
      title={t(`${step}.title`, { flag: key })}
      description={t(`${step}.description`)}
      confirmLabel={t(`menu.${step}`)}
      destructive={step === 'delete'}
      typedName={step === 'delete' ? key : undefined}
      disabled={needsComment && comment.trim() === ''}
      onConfirm={confirm}
    >
      {step !== 'delete' && <ReachedNote environments={reached} />}
      <RefusedUsage refusal={refusalOf(remove.error)} project={project} environments={environments} />
      {needsComment && <CommentField isRequired value={comment} onChange={setComment} />}
    </ConfirmDialog>
  );
}
