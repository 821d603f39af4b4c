'use client';

import { Ban, Pause, Pencil, Play, RotateCcw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/shared/confirm-dialog';
import { CommentField } from '@/components/targeting/comment-field';
import { Button } from '@/components/ui/button';
import { useScheduleActs } from '@/lib/client/use-schedule-acts';
import type { ScheduleView } from '@/lib/services/schedules/types';
import { EditScheduleDialog } from './edit-schedule-dialog';
import { isOver, isStuck, type ScheduleEnvironment } from './schedule-types';

export interface ScheduleButtonsProps {
  project: string;
  environment: ScheduleEnvironment;
  schedule: ScheduleView;
}

/** What may be done with a schedule: run it now, pause it, let it go on, change its time, cancel it. */
export function ScheduleButtons({ project, environment, schedule }: ScheduleButtonsProps) {
  const t = useTranslations('schedules.detail');
  const acts = useScheduleActs(project);
  const [dialog, setDialog] = useState<'run' | 'edit' | 'cancel' | null>(null);
  const close = (): void => setDialog(null);
  if (isOver(schedule) || !environment.can.edit) return null;
  const which = { id: schedule.id, version: schedule.version };
  // An instant that has passed has to be named anew before it can go on.
  const canKeep = schedule.status === 'paused' || (isStuck(schedule) && schedule.cron !== null);
  return (
    <div className="flex flex-wrap gap-2">
      <Button size="sm" variant={isStuck(schedule) ? 'default' : 'outline'} onClick={() => setDialog('run')}>
        <Play />
        {t('run')}
      </Button>
      {schedule.status === 'waiting' && (
        <Button size="sm" variant="outline" disabled={acts.pause.isPending} onClick={() => acts.pause.mutate(which)}>
          <Pause />
          {t('pause')}
        </Button>
      )}
      {canKeep && (
        <Button size="sm" variant="outline" disabled={acts.resume.isPending} onClick={() => acts.resume.mutate(which)}>
          <RotateCcw />
          {t(isStuck(schedule) ? 'keep' : 'resume')}
        </Button>
      )}
      <Button size="sm" variant="outline" onClick={() => setDialog('edit')}>
        <Pencil />
        {t('edit')}
      </Button>
      <Button size="sm" variant="ghost" className="text-destructive-text" onClick={() => setDialog('cancel')}>
        <Ban />
        {t('cancel')}
      </Button>
      <RunDialog
        open={dialog === 'run'}
        onClose={close}
        environment={environment}
        onRun={async (comment) => void (await acts.run.mutateAsync({ ...which, ...(comment && { comment }) }))}
      />
      <ConfirmDialog
        open={dialog === 'cancel'}
        onOpenChange={(open) => !open && close()}
        title={t('cancelTitle')}
        description={t('cancelDescription')}
        confirmLabel={t('cancelConfirm')}
        destructive
        onConfirm={async () => void (await acts.cancel.mutateAsync(which))}
      />
      {dialog === 'edit' && (
        <EditScheduleDialog project={project} environment={environment} schedule={schedule} onClose={close} />
      )}
    </div>
  );
}

interface RunDialogProps {
  open: boolean;
  onClose: () => void;
  environment: ScheduleEnvironment;
  onRun: (comment: string) => Promise<void>;
}

function RunDialog({ open, onClose, environment, onRun }: RunDialogProps) {
  const t = useTranslations('schedules.detail');
  const [comment, setComment] = useState('');
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title={t('runTitle')}
      description={t('runDescription')}
      confirmLabel={t('run')}
      typedName={environment.protected ? environment.name : undefined}
      disabled={environment.requireComment && comment.trim() === ''}
      onConfirm={() => onRun(comment.trim())}
    >
      <CommentField value={comment} onChange={setComment} isRequired={environment.requireComment} />
    </ConfirmDialog>
  );
}
