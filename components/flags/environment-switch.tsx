'use client';

import { OctagonX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { memo } from 'react';
import { Badge } from '@/components/ui/badge';
import { cn } from '@/components/ui/cn';
import { Switch } from '@/components/ui/switch';
import { Tooltip, TooltipContent, TooltipTrigger } from '@/components/ui/tooltip';
import type { FlagState } from '@/lib/engine/types';
import type { EnvironmentView } from '@/lib/services/environments/types';
import type { FlagListItem } from '@/lib/services/flags/types';
import { PendingMark } from '@/components/requests/pending-mark';
import { StateMenu } from './state-menu';

/** Sets a flag's state in an environment. */
export type OnSwitch = (flag: FlagListItem, environment: EnvironmentView, state: FlagState) => void;

export interface EnvironmentSwitchProps {
  flag: FlagListItem;
  environment: EnvironmentView;
  canEdit: boolean;
  /** Whether they may ask others to switch it. */
  canRequest: boolean;
  onSwitch: OnSwitch;
}

/** A flag's switch in one environment. Killed flags show that they are, and are revived on their page. */
export const EnvironmentSwitch = memo(function EnvironmentSwitch(props: EnvironmentSwitchProps) {
  const { flag, environment, canEdit, canRequest, onSwitch } = props;
  const t = useTranslations('flags');
  const standing = flag.environments[environment.key];
  if (!standing) return null;
  const { state, killed, ruleCount, codeDefault } = standing;
  if (killed) {
    return (
      <Badge variant="destructive" title={t('switch.killed')}>
        <OctagonX />
        {t('state.killed')}
      </Badge>
    );
  }
  const forbidden = canRequest ? t('switch.propose') : t('switch.forbidden');
  const reason = flag.archived ? t('switch.archived') : canEdit ? null : forbidden;
  const isFollowing = state === 'default';
  const named = { flag: flag.key, environment: environment.name };
  const control = (
    <Switch
      checked={isFollowing ? (codeDefault?.enabled ?? false) : state === 'on'}
      disabled={reason !== null}
      aria-label={t(isFollowing ? 'switch.following' : 'switch.label', named)}
      // Where nobody has decided, it only shows what the application does by itself.
      className={cn(isFollowing && 'outline-1 outline-offset-1 outline-control outline-dashed not-disabled:opacity-60')}
      onCheckedChange={(on) => onSwitch(flag, environment, on ? 'on' : 'off')}
    />
  );
  const rules = state === 'on' && ruleCount > 0 ? t('rules', { count: ruleCount }) : null;
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
      {codeDefault ? (
        <StateMenu
          label={t('switch.state', named)}
          state={state}
          codeDefault={codeDefault.variant}
          disabled={reason !== null}
          onState={(next) => onSwitch(flag, environment, next)}
        >
          {isFollowing ? t('state.default') : rules}
        </StateMenu>
      ) : (
        <>
          {isFollowing && (
            <span className="truncate" title={t('state.defaultHint')}>
              {t('state.default')}
            </span>
          )}
          {rules && <span className="truncate tabular-nums">{rules}</span>}
        </>
      )}
      <PendingMark flag={flag.key} environment={environment} />
    </span>
  );
});
