'use client';

import { Building2, Check, ChevronsUpDown } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Command, CommandEmpty, CommandGroup, CommandInput, CommandItem, CommandList } from '@/components/ui/command';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover';
import type { AdministeredTenantView } from '@/lib/services/tenants/types';

export interface OwnTenantSwitcherProps {
  tenants: readonly AdministeredTenantView[];
  current: AdministeredTenantView;
}

const placeOf = ({ project, tenant }: AdministeredTenantView): string =>
  `${encodeURIComponent(project.key)}/${encodeURIComponent(tenant.key)}`;

/** The tenants that somebody administers, where they are several. */
export function OwnTenantSwitcher({ tenants, current }: OwnTenantSwitcherProps) {
  const t = useTranslations('tenants.own');
  const common = useTranslations('common');
  const router = useRouter();
  const [open, setOpen] = useState(false);
  // Of several projects, a tenant's name alone may not say which one is meant.
  const isAmbiguous = new Set(tenants.map(({ project }) => project.key)).size > 1;
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <Button
          variant="outline"
          className="max-w-56 min-w-0 shrink gap-2 px-2.5"
          aria-label={`${t('tenant')}: ${current.tenant.name}`}
        >
          <Building2 aria-hidden="true" className="text-link" />
          <span className="truncate">{current.tenant.name}</span>
          <ChevronsUpDown className="size-3.5 text-muted-foreground" />
        </Button>
      </PopoverTrigger>
      <PopoverContent aria-label={t('tenants')} className="w-72 p-0">
        <Command label={t('tenants')}>
          <CommandInput placeholder={t('search')} />
          <CommandList>
            <CommandEmpty>{common('noMatches')}</CommandEmpty>
            <CommandGroup>
              {tenants.map((each) => (
                <CommandItem
                  key={placeOf(each)}
                  value={placeOf(each)}
                  keywords={[each.tenant.name, each.project.name]}
                  onSelect={() => {
                    setOpen(false);
                    router.push(`/t/${placeOf(each)}`);
                  }}
                >
                  <span className="truncate">{each.tenant.name}</span>
                  {isAmbiguous && <span className="truncate text-xs text-muted-foreground">{each.project.name}</span>}
                  {placeOf(each) === placeOf(current) && <Check className="ml-auto" />}
                </CommandItem>
              ))}
            </CommandGroup>
          </CommandList>
        </Command>
      </PopoverContent>
    </Popover>
  );
}
