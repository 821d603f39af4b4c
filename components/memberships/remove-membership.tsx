'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/shared/confirm-dialog';
import { CommentField } from '@/components/targeting/comment-field';
import { useMemberships } from '@/lib/client/use-memberships';
import type { MembershipView } from '@/lib/services/memberships/types';
import type { MembershipPlace } from './membership-types';

export interface RemoveMembershipProps extends MembershipPlace {
  membership: MembershipView;
  onClose: () => void;
}

/** Asks once more; where it is protected, the environment's name is typed. */
export function RemoveMembership({ project, environment, membership, onClose }: RemoveMembershipProps) {
  const t = useTranslations('people.membership');
  const [comment, setComment] = useState('');
  const { remove } = useMemberships({ project, environment: environment.key });
  const subject = membership.subject ?? membership.tenant ?? '';
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('removeTitle', { flag: membership.flag })}
      description={t('removeHint', { subject, environment: environment.name })}
      confirmLabel={t('removeConfirm')}
      destructive
      typedName={environment.protected ? environment.name : undefined}
      disabled={environment.requireComment === true && comment.trim() === ''}
      onConfirm={() => remove.mutateAsync({ membership, comment: comment.trim() || undefined })}
    >
      <CommentField isRequired={environment.requireComment === true} value={comment} onChange={setComment} />
    </ConfirmDialog>
  );
}
