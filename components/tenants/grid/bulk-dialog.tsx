'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { EnvironmentBadge } from '@/components/shared/environment-badge';
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from '@/components/ui/dialog';
import { BATCH } from '@/lib/client/send-override';
import { useBulkOverride } from '@/lib/client/use-bulk-override';
import type { EnvironmentView } from '@/lib/services/environments/types';
import { BulkForm } from './bulk-form';
import { BulkRun } from './bulk-run';

export interface BulkDialogProps {
  project: string;
  environment: EnvironmentView;
  tenants: readonly string[];
  open: boolean;
  onClose: (isDone: boolean) => void;
}

/** One flag for the selected tenants: what, what that changes, and only then the button that does it. */
export function BulkDialog({ project, environment, tenants, open, onClose }: BulkDialogProps) {
  const t = useTranslations('tenants.bulk');
  const [isStopping, setIsStopping] = useState(false);
  const [isAgain, setIsAgain] = useState(false);
  const run = useBulkOverride(project, () => onClose(true));
  const { progress } = run;
  const isRunning = progress?.isRunning ?? false;
  // One request is over before it can be read how far it is: the form waits for it.
  const isForm = progress === null || (isRunning && !isAgain && progress.total <= BATCH);
  const stop = (): void => {
    setIsStopping(true);
    run.stop();
  };
  const again = (): void => {
    setIsStopping(false);
    setIsAgain(true);
    run.again();
  };
  const close = (): void => {
    if (isRunning) return stop();
    run.close();
    onClose(false);
  };
  return (
    <Dialog open={open} onOpenChange={(next) => !next && close()}>
      <DialogContent className="max-w-lg" showCloseButton={!isRunning}>
        <DialogHeader>
          <DialogTitle>{t('title', { count: tenants.length })}</DialogTitle>
          <DialogDescription>
            {isForm ? t('description', { environment: environment.name }) : t(isRunning ? 'runningHint' : 'halted')}
          </DialogDescription>
          <EnvironmentBadge environment={environment} className="w-fit" />
        </DialogHeader>
        {open && isForm && (
          <BulkForm
            project={project}
            environment={environment}
            tenants={tenants}
            isBusy={isRunning}
            onConfirm={(...plan) => {
              setIsStopping(false);
              setIsAgain(false);
              void run.start(...plan);
            }}
          />
        )}
        {!isForm && (
          <BulkRun
            progress={progress}
            isStopping={isStopping}
            onStop={stop}
            onAgain={again}
            onUndo={() => {
              run.undo();
              onClose(false);
            }}
          />
        )}
      </DialogContent>
    </Dialog>
  );
}
