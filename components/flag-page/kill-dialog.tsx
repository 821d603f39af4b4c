'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { CommentField } from '@/components/targeting/comment-field';
import { ConfirmDialog } from '@/components/shared/confirm-dialog';
import { DiffView } from '@/components/shared/diff-view';
import { EnvironmentBadge } from '@/components/shared/environment-badge';
import { Skeleton } from '@/components/ui/skeleton';
import { useConfiguration } from '@/lib/client/use-configuration';
import { useKillSwitch } from '@/lib/client/use-kill-switch';
import type { FlagEnvironment, FlagSummary } from './flag-page-types';

export interface KillDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  project: string;
  flag: FlagSummary;
  environment: FlagEnvironment;
  isKilled: boolean;
}

/** Shows what killing or reviving changes. Killing asks for nothing; reviving is an ordinary edit and asks what those ask. */
export function KillDialog({ open, onOpenChange, project, flag, environment, isKilled }: KillDialogProps) {
  const t = useTranslations('targeting.kill');
  const [comment, setComment] = useState('');
  const stored = useConfiguration(project, flag.key, environment.key, { enabled: open });
  const kill = useKillSwitch({ project, flag: flag.key, environment: environment.key });
  const offVariant = stored.data?.offVariant;
  const needsComment = isKilled && environment.requireComment;
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={
        <span className="flex flex-wrap items-center gap-2">
          {t(isKilled ? 'reviveTitle' : 'killTitle', { flag: flag.name })}
          <EnvironmentBadge environment={environment} />
        </span>
      }
      description={
        isKilled
          ? t('reviveDescription')
          : offVariant === undefined
            ? t('killDescriptionPlain')
            : offVariant === null
              ? t('killDescriptionCaller')
              : t('killDescription', { variant: offVariant })
      }
      confirmLabel={t(isKilled ? 'revive' : 'kill')}
      destructive={!isKilled}
      typedName={isKilled && environment.protected ? environment.name : undefined}
      disabled={needsComment && comment.trim() === ''}
      onConfirm={async () => {
        await kill.mutateAsync({ kill: !isKilled, ...(comment.trim() !== '' && { comment: comment.trim() }) });
        setComment('');
      }}
    >
      {stored.data ? (
        <DiffView before={stored.data} after={{ ...stored.data, killed: !isKilled }} canSwitch={false} context={1} />
      ) : (
        <Skeleton className="h-32 w-full rounded-md" />
      )}
      {isKilled && <CommentField value={comment} onChange={setComment} isRequired={needsComment} />}
    </ConfirmDialog>
  );
}
