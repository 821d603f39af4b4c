'use client';

import { CircleCheck, CircleX, Undo2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from '@/components/ui/dialog';
import { Progress } from '@/components/ui/progress';
import type { BatchOutcome, BatchProgress } from '@/lib/client/use-batch';

export interface BatchReportProps {
  title: string;
  progress: BatchProgress;
  onStop: () => void;
  onUndo: () => void;
  onClose: () => void;
}

/** What became of each flag, while it happens and afterwards. */
export function BatchReport({ title, progress, onStop, onUndo, onClose }: BatchReportProps) {
  const t = useTranslations('flags.batch');
  const common = useTranslations('common');
  const { outcomes, total, isRunning } = progress;
  const failed = outcomes.filter(({ status }) => status === 'failed').length;
  const undoable = outcomes.some(({ status }) => status === 'done');
  return (
    <Dialog open onOpenChange={(open) => !open && !isRunning && onClose()}>
      <DialogContent showCloseButton={!isRunning} className="max-w-xl">
        <DialogHeader>
          <DialogTitle>{title}</DialogTitle>
          <DialogDescription role="status">
            {isRunning
              ? t('progress', { done: outcomes.length, total })
              : t('result', { done: outcomes.length - failed, failed, left: total - outcomes.length })}
          </DialogDescription>
        </DialogHeader>
        <Progress value={outcomes.length} max={Math.max(1, total)} aria-label={title} />
        <ul className="max-h-64 divide-y overflow-y-auto rounded-md border text-sm empty:hidden">
          {outcomes.map((outcome) => (
            <Outcome key={outcome.flag.key} outcome={outcome} />
          ))}
        </ul>
        <DialogFooter>
          {isRunning ? (
            <Button variant="outline" onClick={onStop}>
              {t('stop')}
            </Button>
          ) : (
            <>
              {undoable && (
                <Button variant="outline" onClick={onUndo}>
                  <Undo2 />
                  {t('undo')}
                </Button>
              )}
              <Button onClick={onClose}>{common('close')}</Button>
            </>
          )}
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}

function Outcome({ outcome: { flag, status, message } }: { outcome: BatchOutcome }) {
  const t = useTranslations('flags.batch');
  return (
    <li className="flex items-start gap-2 px-3 py-1.5">
      {status === 'failed' ? (
        <CircleX aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-destructive-text" />
      ) : status === 'undone' ? (
        <Undo2 aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-muted-foreground" />
      ) : (
        <CircleCheck aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-success" />
      )}
      <span className="grid min-w-0 flex-1">
        <code className="truncate font-mono text-xs leading-5">{flag.key}</code>
        {message && <span className="text-xs text-destructive-text">{message}</span>}
      </span>
      <span className="text-xs leading-5 text-muted-foreground">{t(`status.${status}`)}</span>
    </li>
  );
}
