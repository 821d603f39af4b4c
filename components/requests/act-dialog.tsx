'use client';

import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { ConfirmDialog } from '@/components/shared/confirm-dialog';
import { DateTimeInput } from '@/components/shared/date-time-input';
import { Label } from '@/components/ui/label';
import { Textarea } from '@/components/ui/textarea';
import { type RequestActName, useRequestAct } from '@/lib/client/use-request-acts';
import type { RequestPlace } from './request-place';

export interface AskedAct {
  name: RequestActName | 'schedule';
}

interface ActDialogProps extends RequestPlace {
  asked: AskedAct | null;
  onClose: () => void;
}

const DESTRUCTIVE = ['reject', 'revert'];
const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Asks why, or when, before something is done with a request. */
export function ActDialog({ project, request, asked, onClose }: ActDialogProps) {
  const t = useTranslations('requests.dialog');
  const id = useId();
  const [comment, setComment] = useState('');
  const [at, setAt] = useState<string | null>(request.applyAt);
  // While the dialog fades out it still says what it asked.
  const [shown, setShown] = useState(asked);
  if (asked !== null && asked !== shown) setShown(asked);
  const name = shown?.name ?? 'comment';
  const isTimed = name === 'schedule';
  const act = useRequestAct(project, request.id, isTimed ? 'apply' : name);
  const isMissing = name === 'requestChanges' && comment.trim() === '';
  const said = { ...(comment.trim() !== '' && { comment: comment.trim() }) };
  const revision = name === 'reject' || name === 'requestChanges' ? { revision: request.revision } : {};
  const { number } = request;
  if (shown === null || name === 'comment' || name === 'approve' || name === 'apply' || name === 'rebase') return null;
  return (
    <ConfirmDialog
      open={asked !== null}
      onOpenChange={(open) => !open && onClose()}
      title={t(`${name}.title`, { number })}
      description={t(`${name}.description`)}
      confirmLabel={t(`${name}.confirm`)}
      destructive={DESTRUCTIVE.includes(name)}
      disabled={isMissing || (isTimed && at === null && request.applyAt === null)}
      onConfirm={async () => {
        await act.mutateAsync(isTimed ? { at } : { ...said, ...revision });
        setComment('');
      }}
    >
      <div className="grid gap-1.5">
        <Label htmlFor={id}>{t(isTimed ? 'at' : 'comment')}</Label>
        {isTimed ? (
          <DateTimeInput id={id} value={at} timeZone={ownZone()} onChange={setAt} />
        ) : (
          <Textarea
            id={id}
            value={comment}
            maxLength={2_000}
            required={name === 'requestChanges'}
            onChange={(event) => setComment(event.target.value)}
          />
        )}
      </div>
    </ConfirmDialog>
  );
}
