'use client';

import { OctagonX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { memo } from 'react';
import { Badge } from '@/components/ui/badge';
import { Switch } from '@/components/ui/switch';
import { Tooltip, TooltipContent, TooltipTrigger } from '@/components/ui/tooltip';
import type { EnvironmentView } from '@/lib/services/environments/types';
import type { FlagListItem } from '@/lib/services/flags/types';

export interface EnvironmentSwitchProps {
  flag: FlagListItem;
  environment: EnvironmentView;
  canEdit: boolean;
  onSwitch: (flag: FlagListItem, environment: EnvironmentView, on: boolean) => void;
}

/** A flag's switch in one environment. Killed flags show that they are, and are revived on their page. */
export const EnvironmentSwitch = memo(function EnvironmentSwitch(props: EnvironmentSwitchProps) {
  const { flag, environment, canEdit, onSwitch } = props;
  const t = useTranslations('flags');
  const standing = flag.environments[environment.key];
  if (!standing) return null;
  const { state, killed, ruleCount } = standing;
  if (killed) {
    return (
      <Badge variant="destructive" title={t('switch.killed')}>
        <OctagonX />
        {t('state.killed')}
      </Badge>
    );
  }
  const reason = flag.archived ? t('switch.archived') : canEdit ? null : t('switch.forbidden');
  const control = (
    <Switch
      checked={state !== 'off'}
      disabled={reason !== null}
      aria-label={t('switch.label', { flag: flag.key, environment: environment.name })}
      onCheckedChange={(on) => onSwitch(flag, environment, on)}
    />
  );
  return (
    <span className="inline-flex min-w-0 items-center gap-2 text-xs text-muted-foreground">
      {reason === null ? (
        control
      ) : (
        <Tooltip>
          {/* A disabled control hears no pointer. */}
          <TooltipTrigger asChild>
            <span className="inline-flex">{control}</span>
          </TooltipTrigger>
          <TooltipContent>{reason}</TooltipContent>
        </Tooltip>
      )}
      {state === 'default' && (
        <span className="truncate" title={t('state.defaultHint')}>
          {t('state.default')}
        </span>
      )}
      {state === 'on' && ruleCount > 0 && (
        <span className="truncate tabular-nums">{t('rules', { count: ruleCount })}</span>
      )}
    </span>
  );
});
