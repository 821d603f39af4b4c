'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/shared/confirm-dialog';
import { CommentField } from '@/components/targeting/comment-field';
import { environmentActions } from '@/lib/client/environment-actions';
import { useSettingsAction } from '@/lib/client/use-settings-action';
import type { EnvironmentView } from '@/lib/services/environments/types';

export interface RenewSecretProps {
  project: string;
  environment: EnvironmentView;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onMade: (secret: string) => void;
}

/** Asks before a new signing secret ends what the old one proves. */
export function RenewSecret({ project, environment, open, onOpenChange, onMade }: RenewSecretProps) {
  const t = useTranslations('settings.environment.signing');
  const [comment, setComment] = useState('');
  const renew = useSettingsAction(environmentActions(project).renewSecret, () => null);
  const { key, name, requireComment } = environment;
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      className="max-w-md"
      title={t('confirmTitle', { name })}
      description={t('confirmHint')}
      confirmLabel={t('confirm')}
      destructive
      typedName={environment.protected ? name : undefined}
      disabled={requireComment && comment.trim() === ''}
      onConfirm={async () => {
        const { signingSecret } = await renew.mutateAsync({ key, comment: comment.trim() || undefined });
        onMade(signingSecret);
      }}
    >
      {requireComment && <CommentField value={comment} onChange={setComment} isRequired />}
    </ConfirmDialog>
  );
}
