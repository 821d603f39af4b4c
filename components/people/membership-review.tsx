'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/shared/confirm-dialog';
import { EnvironmentBadge } from '@/components/shared/environment-badge';
import { CommentField } from '@/components/targeting/comment-field';
import type { TimeWindow } from '@/lib/engine/types';
import type { FlagView } from '@/lib/services/flags/types';
import type { SubjectPlace } from './subject-page-types';
import { Instants } from './window-fields';

export interface AskedMembership {
  variant: string;
  window: TimeWindow;
  note: string;
}

export interface MembershipReviewProps extends SubjectPlace {
  flag: FlagView;
  /** Null while there is nothing to look through. */
  asked: AskedMembership | null;
  onClose: () => void;
  onConfirm: (asked: AskedMembership, comment: string | undefined) => Promise<void>;
}

/** What will be saved, with its instants; where it is protected, its name is typed. */
export function MembershipReview({ environment, subject, flag, asked, onClose, onConfirm }: MembershipReviewProps) {
  const t = useTranslations('people.membership');
  const [comment, setComment] = useState('');
  if (asked === null) return null;
  const { variant, window, note } = asked;
  const name = flag.variants.find(({ key }) => key === variant)?.name ?? variant;
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('reviewTitle')}
      description={t('reviewHint', { subject: subject.targetingKey, flag: flag.name, variant: name })}
      confirmLabel={t('save')}
      typedName={environment.protected ? environment.name : undefined}
      disabled={environment.requireComment === true && comment.trim() === ''}
      onConfirm={() => onConfirm(asked, comment.trim() || undefined)}
    >
      <div className="grid gap-3 rounded-md border bg-muted/40 px-3 py-2">
        <EnvironmentBadge environment={environment} className="w-fit" />
        <Instants window={window} timezone={window.timezone ?? 'UTC'} />
        {note !== '' && <p className="text-[13px] break-words">{note}</p>}
      </div>
      <CommentField isRequired={environment.requireComment === true} value={comment} onChange={setComment} />
    </ConfirmDialog>
  );
}
