'use client';

import { ChevronsUpDown, Lock } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { EnvironmentBadge } from '@/components/shared/environment-badge';
import { Button } from '@/components/ui/button';
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuLabel,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu';
import type { FrameEnvironment } from './frame-types';
import { useEnvironment } from './use-environment';

export function EnvironmentSwitcher({ environments }: { environments: readonly FrameEnvironment[] }) {
  const t = useTranslations('frame.environment');
  const [current, setCurrent] = useEnvironment(environments);
  if (!current) return null;
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button
          variant="outline"
          className="min-w-0 shrink gap-2 px-2.5"
          aria-label={t('current', { name: current.name })}
        >
          <EnvironmentBadge environment={current} variant="plain" />
          <ChevronsUpDown className="size-3.5 text-muted-foreground" />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="start" className="w-60">
        <DropdownMenuLabel>{t('label')}</DropdownMenuLabel>
        <DropdownMenuRadioGroup value={current.key} onValueChange={setCurrent}>
          {environments.map((environment) => (
            <DropdownMenuRadioItem key={environment.key} value={environment.key}>
              <EnvironmentBadge environment={environment} variant="plain" className="w-full" />
            </DropdownMenuRadioItem>
          ))}
        </DropdownMenuRadioGroup>
        {environments.some((environment) => environment.protected) && (
          <p className="mt-1 flex gap-2 border-t px-2 pt-2 pb-1 text-xs text-muted-foreground">
            <Lock aria-hidden="true" className="mt-0.5 size-3 shrink-0" />
            {t('protectedHint')}
          </p>
        )}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
