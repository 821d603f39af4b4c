'use client';

import { Building2, ChevronsUpDown, Globe } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { FrameEnvironment } from '@/components/frame/frame-types';
import { useEnvironment } from '@/components/frame/use-environment';
import { Button } from '@/components/ui/button';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover';
import { useTenant } from '@/lib/client/use-tenant';
import { ScopeMenu } from './scope-menu';
import { useScope } from './use-scope';

export interface ScopeSwitcherProps {
  project: string;
  environments: readonly FrameEnvironment[];
}

/** Whose flags are looked at: the system's, or one tenant's. */
export function ScopeSwitcher({ project, environments }: ScopeSwitcherProps) {
  const t = useTranslations('tenants.scope');
  const [open, setOpen] = useState(false);
  const [tenant, choose] = useScope(project);
  const [environment] = useEnvironment(environments);
  const { data } = useTenant(project, tenant);
  const name = tenant === null ? t('system') : (data?.name ?? tenant);
  const Icon = tenant === null ? Globe : Building2;
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <Button
          variant="outline"
          className="max-w-48 min-w-0 shrink gap-2 px-2.5"
          aria-label={t('current', { name })}
          aria-haspopup="dialog"
        >
          <Icon aria-hidden="true" className={tenant === null ? 'text-muted-foreground' : 'text-link'} />
          <span className="truncate max-sm:hidden">{name}</span>
          <ChevronsUpDown className="size-3.5 text-muted-foreground" />
        </Button>
      </PopoverTrigger>
      <PopoverContent align="start" aria-label={t('label')} className="w-72 p-0">
        <ScopeMenu
          project={project}
          environment={environment}
          current={tenant}
          onChoose={(next) => {
            setOpen(false);
            if (next !== tenant) choose(next);
          }}
        />
      </PopoverContent>
    </Popover>
  );
}
