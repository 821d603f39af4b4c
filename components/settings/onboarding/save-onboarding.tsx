'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { toast } from 'sonner';
import { ConfirmDialog } from '@/components/shared/confirm-dialog';
import { DiffView } from '@/components/shared/diff-view';
import { CommentField } from '@/components/targeting/comment-field';
import { onboardingActions } from '@/lib/client/onboarding-actions';
import { refusalOf, useAction } from '@/lib/client/use-action';
import type { OnboardingView } from '@/lib/services/onboarding/types';
import type { OnboardingContent } from './onboarding-draft';

export interface SaveOnboardingProps {
  project: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  version: number;
  before: OnboardingContent;
  after: OnboardingContent;
  requiresComment: boolean;
  onSaved: (stored: OnboardingView) => void;
}

/** What changes for every environment, and why. */
export function SaveOnboarding({ project, open, onOpenChange, version, before, after, ...props }: SaveOnboardingProps) {
  const { requiresComment, onSaved } = props;
  const t = useTranslations('onboarding.save');
  const router = useRouter();
  const [comment, setComment] = useState('');
  const save = useAction<OnboardingView, object>(onboardingActions(project).update);
  const confirm = async (): Promise<void> => {
    try {
      onSaved(await save.mutateAsync({ ...after, version, comment: comment.trim() || undefined }));
      setComment('');
      toast.success(t('done'));
      router.refresh();
    } catch (error) {
      const refusal = refusalOf(error);
      const isConflict = refusal?.code === 'version_conflict';
      const description = isConflict ? t('conflict') : refusal?.issues?.map(({ message }) => message).join(' ');
      toast.error(refusal?.message ?? t('failed'), { description });
      if (isConflict) router.refresh();
      throw error;
    }
  };
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      className="max-w-2xl"
      title={t('title')}
      description={t('description')}
      confirmLabel={t('confirm')}
      disabled={requiresComment && comment.trim() === ''}
      onConfirm={confirm}
    >
      <DiffView before={before} after={after} />
      <CommentField value={comment} onChange={setComment} isRequired={requiresComment} />
    </ConfirmDialog>
  );
}
