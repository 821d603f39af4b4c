'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { FlagEnvironment } from '@/components/flag-page/flag-page-types';
import { ConfirmDialog } from '@/components/shared/confirm-dialog';
import { EnvironmentBadge } from '@/components/shared/environment-badge';
import { CommentField } from '@/components/targeting/comment-field';
import { describeRecurrence } from '@/lib/changes/describe-recurrence';
import { useSentences } from '@/lib/client/use-sentences';
import type { FlagView } from '@/lib/services/flags/types';
import { Instants } from './instants';
import { type AskedMembership, type Member, memberKey } from './membership-types';

export interface MembershipReviewProps {
  environment: FlagEnvironment;
  flag: FlagView;
  member: Member;
  asked: AskedMembership;
  /** One that is there already is changed. */
  isChange?: boolean;
  onClose: () => void;
  onConfirm: (asked: AskedMembership, comment: string | undefined) => Promise<void>;
}

/** What will be saved, with its instants; where it is protected, its name is typed. */
export function MembershipReview({ environment, flag, member, asked, isChange = false, ...on }: MembershipReviewProps) {
  const t = useTranslations('people.membership');
  const word = useSentences();
  const [comment, setComment] = useState('');
  const { variant, window, note } = asked;
  const timezone = window.timezone ?? 'UTC';
  const name = flag.variants.find(({ key }) => key === variant)?.name ?? variant;
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && on.onClose()}
      title={t(isChange ? 'changeTitle' : 'reviewTitle')}
      description={t('reviewHint', { subject: memberKey(member), flag: flag.name, variant: name })}
      confirmLabel={t('save')}
      typedName={environment.protected ? environment.name : undefined}
      disabled={environment.requireComment === true && comment.trim() === ''}
      onConfirm={() => on.onConfirm(asked, comment.trim() || undefined)}
    >
      <div className="grid gap-3 rounded-md border bg-muted/40 px-3 py-2">
        <EnvironmentBadge environment={environment} className="w-fit" />
        <Instants window={window} timezone={timezone} />
        {window.recurring && <p className="text-[13px]">{word(describeRecurrence(window.recurring, timezone))}</p>}
        {note !== '' && <p className="text-[13px] break-words">{note}</p>}
      </div>
      <CommentField isRequired={environment.requireComment === true} value={comment} onChange={setComment} />
    </ConfirmDialog>
  );
}
