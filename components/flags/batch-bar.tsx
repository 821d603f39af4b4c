'use client';

import { Archive, Power, PowerOff, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { EnvironmentBadge } from '@/components/shared/environment-badge';
import { Button } from '@/components/ui/button';
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu';
import type { BatchStep } from '@/lib/client/batch-plan';
import type { EnvironmentView } from '@/lib/services/environments/types';
import type { FlagListItem } from '@/lib/services/flags/types';
import { BatchDialog } from './batch-dialog';
import { BatchTags } from './batch-tags';
import type { FlagPlace } from './flag-context';

export interface BatchBarProps extends FlagPlace {
  /** The selected ones among those that are loaded. */
  flags: readonly FlagListItem[];
  onClear: () => void;
}

/** What can be done with all selected flags at once; absent while none is selected. */
export function BatchBar({ flags, onClear, ...place }: BatchBarProps) {
  const t = useTranslations('flags.batch');
  const [asked, setAsked] = useState<{ step: BatchStep; flags: readonly FlagListItem[] } | null>(null);
  const editable = place.environments.filter(({ key }) => place.can.environments[key]?.edit);
  const ask = (step: BatchStep): void => setAsked({ step, flags });
  return (
    <>
      {flags.length > 0 && (
        <section
          aria-label={t('label')}
          className="sticky bottom-4 z-20 mx-auto flex w-fit max-w-full flex-wrap items-center gap-2 rounded-lg border bg-popover px-3 py-2 shadow-md"
        >
          <p role="status" className="px-1 font-medium tabular-nums">
            {t('selected', { count: flags.length })}
          </p>
          <BatchTags flags={flags} onStep={ask} />
          <SwitchMenu kind="enable" environments={editable} onStep={ask} />
          <SwitchMenu kind="disable" environments={editable} onStep={ask} />
          <Button variant="outline" size="sm" onClick={() => ask({ kind: 'archive' })}>
            <Archive />
            {t('archive')}
          </Button>
          <Button variant="ghost" size="icon-sm" aria-label={t('clear')} title={t('clear')} onClick={onClear}>
            <X />
          </Button>
        </section>
      )}
      {asked && (
        <BatchDialog
          {...place}
          step={asked.step}
          flags={asked.flags}
          onClose={(isDone) => {
            setAsked(null);
            if (isDone) onClear();
          }}
        />
      )}
    </>
  );
}

interface SwitchMenuProps {
  kind: 'enable' | 'disable';
  environments: readonly EnvironmentView[];
  onStep: (step: BatchStep) => void;
}

function SwitchMenu({ kind, environments, onStep }: SwitchMenuProps) {
  const t = useTranslations('flags.batch');
  if (environments.length === 0) return null;
  const Icon = kind === 'enable' ? Power : PowerOff;
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="outline" size="sm">
          <Icon />
          {t(kind)}
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent side="top">
        {environments.map((environment) => (
          <DropdownMenuItem key={environment.key} onSelect={() => onStep({ kind, environment: environment.key })}>
            <EnvironmentBadge environment={environment} variant="plain" />
          </DropdownMenuItem>
        ))}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
