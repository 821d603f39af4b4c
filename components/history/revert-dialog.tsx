'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { FlagEnvironment, FlagSummary } from '@/components/flag-page/flag-page-types';
import { ConfirmDialog } from '@/components/shared/confirm-dialog';
import { DiffView } from '@/components/shared/diff-view';
import { EnvironmentBadge } from '@/components/shared/environment-badge';
import { CommentField } from '@/components/targeting/comment-field';
import { configurationOf, draftOf } from '@/components/targeting/draft';
import { SentenceList } from '@/components/targeting/sentence-list';
import { Skeleton } from '@/components/ui/skeleton';
import { describe } from '@/lib/changes/describe';
import { diff } from '@/lib/changes/diff';
import { useRevert } from '@/lib/client/use-revert';
import { useRevision } from '@/lib/client/use-revision';
import type { ConfigurationView } from '@/lib/services/configurations/types';

export interface RevertDialogProps {
  project: string;
  flag: FlagSummary;
  environment: FlagEnvironment;
  current: ConfigurationView;
  to: number;
  onClose: () => void;
}

/** What going back to a version would change, before it does. */
export function RevertDialog({ project, flag, environment, current, to, onClose }: RevertDialogProps) {
  const t = useTranslations('history.revert');
  const [comment, setComment] = useState('');
  const target = useRevision(project, flag.key, environment.key, to);
  const revert = useRevert({ project, flag: flag.key, environment: environment.key });
  const subject = { definition: flag, configuration: configurationOf(current) };
  const then = target.data && configurationOf(target.data);
  const sentences = then ? describe(subject, diff(subject, then)) : [];
  const isMissing = environment.requireComment && comment.trim() === '';
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      className="max-w-2xl"
      title={
        <span className="flex flex-wrap items-center gap-2">
          {t('title', { version: to })}
          <EnvironmentBadge environment={environment} />
        </span>
      }
      description={t('description')}
      confirmLabel={t('button')}
      typedName={environment.protected ? environment.name : undefined}
      disabled={isMissing || sentences.length === 0}
      onConfirm={async () => {
        await revert.mutateAsync({ to, ...(comment.trim() !== '' && { comment: comment.trim() }) });
      }}
    >
      {target.isError && <p className="text-sm text-destructive-text">{t('unreadable')}</p>}
      {!then && !target.isError && <Skeleton className="h-40 w-full rounded-md" />}
      {then && (
        <div className="grid min-w-0 gap-4">
          {sentences.length > 0 ? (
            <SentenceList sentences={sentences} className="max-h-48 overflow-y-auto" />
          ) : (
            <p className="text-sm text-muted-foreground">{t('same')}</p>
          )}
          {sentences.length > 0 && (
            <DiffView before={draftOf(flag, subject.configuration)} after={draftOf(flag, then)} />
          )}
        </div>
      )}
      <CommentField value={comment} onChange={setComment} isRequired={environment.requireComment} />
    </ConfirmDialog>
  );
}
