'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { EnvironmentBadge } from '@/components/shared/environment-badge';
import { RelativeTime } from '@/components/shared/relative-time';
import { Label } from '@/components/ui/label';
import { Switch } from '@/components/ui/switch';
import type { EnvironmentView } from '@/lib/services/environments/types';
import type { FlagListItem } from '@/lib/services/flags/types';
import { ArrivalLight } from './arrival-light';

export interface TurnOnStepProps {
  flag: FlagListItem;
  environment: EnvironmentView;
  lastSeenAt: string | null;
  onSwitch: (on: boolean) => void;
}

/** Turns the flag on, and waits for the application to ask again. */
export function TurnOnStep({ flag, environment, lastSeenAt, onSwitch }: TurnOnStepProps) {
  const t = useTranslations('flags.firstSteps');
  const id = useId();
  const isOn = (flag.environments[environment.key]?.state ?? 'off') !== 'off';
  return (
    <>
      <ArrivalLight isLit>
        <span>
          {t('connect.received')} <RelativeTime at={lastSeenAt} className="text-muted-foreground" />
        </span>
      </ArrivalLight>
      <div className="flex flex-wrap items-center gap-3">
        <Switch id={id} checked={isOn} onCheckedChange={onSwitch} />
        <Label htmlFor={id}>{t('turnOn.switch', { flag: flag.name })}</Label>
        <EnvironmentBadge environment={environment} />
      </div>
      {isOn && <ArrivalLight isLit={false}>{t('turnOn.waiting')}</ArrivalLight>}
    </>
  );
}
