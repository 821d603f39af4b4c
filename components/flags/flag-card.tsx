'use client';

import { NameCell } from '@/components/shared/name-cell';
import { EnvironmentDot } from '@/components/shared/environment-badge';
import type { FlagListItem } from '@/lib/services/flags/types';
import { EnvironmentSwitch, type OnSwitch } from './environment-switch';
import type { FlagPlace } from './flag-context';
import { FlagRowMenu, type FlagRowMenuProps } from './flag-row-menu';
import { LifecycleBadge } from './lifecycle-badge';

export interface FlagCardProps
  extends Pick<FlagPlace, 'environments' | 'can'>,
    Pick<FlagRowMenuProps, 'hrefOf' | 'onLifecycle'> {
  flag: FlagListItem;
  onSwitch: OnSwitch;
}

/** A flag's row where there is no room for columns. */
export function FlagCard({ flag, environments, can, hrefOf, onLifecycle, onSwitch }: FlagCardProps) {
  return (
    <div className="grid min-w-0 gap-2 py-2">
      <div className="flex min-w-0 items-start gap-2">
        <NameCell name={flag.name} keyText={flag.key} href={hrefOf(flag, 'targeting')} className="flex-1" />
        <LifecycleBadge lifecycle={flag.lifecycle} />
        <FlagRowMenu flag={flag} can={can} hrefOf={hrefOf} onLifecycle={onLifecycle} />
      </div>
      {/* More environments than fit are reached by scrolling sideways. */}
      <div className="flex gap-3 overflow-x-auto">
        {environments.map((environment) => (
          <div key={environment.key} className="grid max-w-32 min-w-20 shrink-0 grow basis-0 gap-1">
            <span aria-hidden="true" className="flex items-center gap-1.5 text-[11px] leading-4 text-muted-foreground">
              <EnvironmentDot environment={environment} />
              <span className="truncate">{environment.name}</span>
            </span>
            <span className="flex h-5 items-center">
              <EnvironmentSwitch
                flag={flag}
                environment={environment}
                canEdit={can.environments[environment.key]?.edit ?? false}
                canRequest={can.environments[environment.key]?.request ?? false}
                onSwitch={onSwitch}
              />
            </span>
          </div>
        ))}
      </div>
    </div>
  );
}
