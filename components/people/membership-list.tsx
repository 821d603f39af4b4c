'use client';

import { Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/shared/confirm-dialog';
import { RelativeTime } from '@/components/shared/relative-time';
import { CommentField } from '@/components/targeting/comment-field';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { useMemberships } from '@/lib/client/use-memberships';
import { useSubjectMemberships } from '@/lib/client/use-subject-memberships';
import type { MembershipView } from '@/lib/services/memberships/types';
import type { SubjectPlace } from './subject-page-types';

/** The subject's own memberships that are open or still to come, each to be removed. */
export function MembershipList(place: SubjectPlace) {
  const { project, environment, subject } = place;
  const t = useTranslations('people.membership');
  const { data, isError } = useSubjectMemberships(project, environment.key, subject.targetingKey);
  const [removing, setRemoving] = useState<MembershipView | null>(null);
  if (isError) return <p className="text-[13px] text-muted-foreground">{t('unread')}</p>;
  if (!data) return <p className="text-[13px] text-muted-foreground">…</p>;
  if (data.items.length === 0) return <p className="text-[13px] text-muted-foreground">{t('none')}</p>;
  return (
    <>
      <ul aria-label={t('list')} className="grid gap-3">
        {data.items.map((membership) => (
          <li key={membership.id} aria-label={membership.flag} className="flex items-start gap-2 text-[13px]">
            <Line membership={membership} />
            {environment.can.editMemberships && (
              <Button
                variant="ghost"
                size="icon"
                className="-mt-1 ml-auto"
                aria-label={t('remove', { flag: membership.flag })}
                onClick={() => setRemoving(membership)}
              >
                <Trash2 />
              </Button>
            )}
          </li>
        ))}
      </ul>
      {data.total > data.items.length && (
        <p className="pt-2 text-xs text-muted-foreground">{t('more', { count: data.total - data.items.length })}</p>
      )}
      {removing && <RemoveMembership {...place} membership={removing} onClose={() => setRemoving(null)} />}
    </>
  );
}

function Line({ membership }: { membership: MembershipView }) {
  const t = useTranslations('people.membership');
  const { flag, variant, state, startsAt, endsAt, note } = membership;
  const isOpen = state === 'open';
  return (
    <div className="grid min-w-0 gap-0.5">
      <span className="flex min-w-0 flex-wrap items-center gap-1.5">
        <span className="truncate font-mono text-xs">{flag}</span>
        {variant !== null && <Badge variant="outline">{variant}</Badge>}
      </span>
      <span className={isOpen ? 'text-success' : 'text-muted-foreground'}>
        {t.rich(isOpen ? 'endsIn' : 'startsIn', { at: () => <RelativeTime at={isOpen ? endsAt : startsAt} /> })}
      </span>
      {note !== null && <span className="break-words text-muted-foreground">{note}</span>}
    </div>
  );
}

interface RemoveMembershipProps extends SubjectPlace {
  membership: MembershipView;
  onClose: () => void;
}

function RemoveMembership({ project, environment, subject, membership, onClose }: RemoveMembershipProps) {
  const t = useTranslations('people.membership');
  const [comment, setComment] = useState('');
  const { remove } = useMemberships({ project, environment: environment.key, subject: subject.targetingKey });
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('removeTitle', { flag: membership.flag })}
      description={t('removeHint', { subject: subject.targetingKey, environment: environment.name })}
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
