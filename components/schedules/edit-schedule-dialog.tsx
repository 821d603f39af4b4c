'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/shared/confirm-dialog';
import { useTickingNow } from '@/components/shared/now-provider';
import { CommentField } from '@/components/targeting/comment-field';
import { useScheduleActs } from '@/lib/client/use-schedule-acts';
import type { ScheduleView } from '@/lib/services/schedules/types';
import { bodyOf, draftOfSchedule, problemOf } from './schedule-draft';
import { ScheduleFields } from './schedule-fields';
import { isStuck, type ScheduleEnvironment } from './schedule-types';

export interface EditScheduleDialogProps {
  project: string;
  environment: ScheduleEnvironment;
  schedule: ScheduleView;
  onClose: () => void;
}

/** Another time for a schedule; one that waits for a look goes on with it, on what is stored now. */
export function EditScheduleDialog({ project, environment, schedule, onClose }: EditScheduleDialogProps) {
  const t = useTranslations('schedules.detail');
  const [draft, setDraft] = useState(() => draftOfSchedule(schedule));
  const [comment, setComment] = useState('');
  const { update } = useScheduleActs(project);
  const isMissing = environment.requireComment && comment.trim() === '';
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      className="max-w-2xl"
      title={t('editTitle')}
      description={t(isStuck(schedule) ? 'editStuck' : 'editDescription')}
      confirmLabel={t('save')}
      disabled={isMissing || problemOf(draft, useTickingNow()) !== null}
      onConfirm={async () => {
        const { id, version } = schedule;
        const said = comment.trim();
        await update.mutateAsync({ id, version, ...bodyOf(draft), ...(said !== '' && { comment: said }) });
      }}
    >
      <ScheduleFields value={draft} onChange={(changes) => setDraft({ ...draft, ...changes })} />
      <CommentField value={comment} onChange={setComment} isRequired={environment.requireComment} />
    </ConfirmDialog>
  );
}
