'use client';

import { HeartPulse, OctagonX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import type { FlagEnvironment, FlagSummary } from './flag-page-types';
import { KillDialog } from './kill-dialog';
import { WithReason } from './with-reason';

export interface KillButtonProps {
  project: string;
  flag: FlagSummary;
  environment: FlagEnvironment;
}

/** The emergency stop of a flag in one environment, and its end. */
export function KillButton({ project, flag, environment }: KillButtonProps) {
  const t = useTranslations('targeting.kill');
  const [open, setOpen] = useState(false);
  const isKilled = flag.environments[environment.key]?.killed ?? false;
  const isAllowed = isKilled ? environment.can.edit : environment.can.kill;
  return (
    <>
      <WithReason reason={isAllowed ? null : t('forbidden', { environment: environment.name })}>
        <Button
          variant={isKilled ? 'outline' : 'destructive-outline'}
          disabled={!isAllowed}
          onClick={() => setOpen(true)}
        >
          {isKilled ? <HeartPulse /> : <OctagonX />}
          {t(isKilled ? 'reviveIn' : 'killIn', { environment: environment.name })}
        </Button>
      </WithReason>
      <KillDialog
        open={open}
        onOpenChange={setOpen}
        project={project}
        flag={flag}
        environment={environment}
        isKilled={isKilled}
      />
    </>
  );
}
