'use client';

import { Undo2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { DialogFooter } from '@/components/ui/dialog';
import { Progress } from '@/components/ui/progress';
import type { BulkProgress } from '@/lib/client/use-bulk-override';

export interface BulkRunProps {
  progress: BulkProgress;
  isStopping: boolean;
  onStop: () => void;
  onAgain: () => void;
  onUndo: () => void;
}

/** How far it is, and where it ended before everything was done: what is done, what failed and why, what is left. */
export function BulkRun({ progress, isStopping, onStop, onAgain, onUndo }: BulkRunProps) {
  const t = useTranslations('tenants.bulk');
  const { total, done, failed, reason, isRunning, isUndoable } = progress;
  const left = total - done - failed;
  return (
    <div className="grid gap-4">
      <div className="grid gap-2">
        <Progress value={done} max={total} aria-label={t('running')} />
        <p role="status" className="text-[13px] text-muted-foreground tabular-nums">
          {t('progress', { done, total })}
          {isStopping && isRunning && ` · ${t('stopping')}`}
        </p>
      </div>
      {!isRunning && (
        <div role={failed > 0 ? 'alert' : undefined} className="grid gap-1 rounded-md border px-3 py-2 text-[13px]">
          {failed > 0 && (
            <p className="font-medium text-destructive-text">
              {t('failedCount', { count: failed })} <span className="font-normal">{reason}</span>
            </p>
          )}
          {left > 0 && <p>{t('left', { count: left })}</p>}
          {done > 0 && <p className="text-muted-foreground">{t('kept', { count: done })}</p>}
        </div>
      )}
      <DialogFooter>
        {isRunning ? (
          <Button variant="outline" autoFocus disabled={isStopping} onClick={onStop}>
            {t('stop')}
          </Button>
        ) : (
          <>
            {isUndoable && (
              <Button variant="outline" onClick={onUndo}>
                <Undo2 aria-hidden="true" />
                {t('undo')}
              </Button>
            )}
            <Button autoFocus onClick={onAgain}>
              {failed > 0 ? t('again') : t('goOn')}
            </Button>
          </>
        )}
      </DialogFooter>
    </div>
  );
}
