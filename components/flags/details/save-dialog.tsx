'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/shared/confirm-dialog';
import { DiffView } from '@/components/shared/diff-view';
import { CommentField } from '@/components/targeting/comment-field';
import type { FlagView } from '@/lib/services/flags/types';
import { ReachedNote } from '../reached-note';
import type { PendingSave } from './use-details-form';

export interface SaveDialogProps {
  pending: PendingSave | null;
  flag: FlagView;
  onClose: () => void;
  onSave: (comment?: string) => Promise<void>;
}

/** Before a change that applications notice: what it is, where it is noticed, and why it is made. */
export function SaveDialog({ pending, flag, onClose, onSave }: SaveDialogProps) {
  const t = useTranslations('flags.details.save');
  const [comment, setComment] = useState('');
  const [shown, setShown] = useState(pending);
  if (pending !== null && pending !== shown) setShown(pending);
  if (shown === null) return null;
  const { patch, before, reached } = shown;
  const needsComment = reached.some(({ requireComment }) => requireComment);
  const close = (): void => {
    setComment('');
    onClose();
  };
  return (
    <ConfirmDialog
      open={pending !== null}
      onOpenChange={(open) => !open && close()}
      title={t('title', { flag: flag.name })}
      description={t('description')}
      confirmLabel={t('confirm')}
      typedName={reached.find((environment) => environment.protected)?.name}
      disabled={needsComment && comment.trim() === ''}
      className="max-w-2xl"
      onConfirm={() => onSave(comment.trim() || undefined)}
    >
      <ReachedNote environments={reached} />
      <DiffView before={before} after={patch} />
      <CommentField value={comment} isRequired={needsComment} onChange={setComment} />
    </ConfirmDialog>
  );
}
