'use client';

import { Building2, Check, Globe } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { FrameEnvironment } from '@/components/frame/frame-types';
import { Badge } from '@/components/ui/badge';
import { Command, CommandGroup, CommandInput, CommandItem, CommandList } from '@/components/ui/command';
import { useDebounced } from '@/lib/client/use-debounced';
import { useTenants } from '@/lib/client/use-tenants';
import type { TenantListItem } from '@/lib/services/tenants/types';

export interface ScopeMenuProps {
  project: string;
  environment: FrameEnvironment | undefined;
  /** The chosen tenant's key; null in system scope. */
  current: string | null;
  onChoose: (tenant: string | null) => void;
}

const SEARCH_MS = 150;
const SHOWN = 40;

/** The system and the tenants, those with overrides first; the server searches. */
export function ScopeMenu({ project, environment, current, onChoose }: ScopeMenuProps) {
  const t = useTranslations('tenants.scope');
  const [typed, setTyped] = useState('');
  const q = useDebounced(typed.trim(), SEARCH_MS);
  const found = useTenants(project, { q, environment: environment?.key, sort: 'overrides', limit: SHOWN });
  const tenants = found.data?.items ?? [];
  const overriding = tenants.filter(({ overrides }) => overrides > 0);
  const others = tenants.filter(({ overrides }) => overrides === 0);
  const rest = (found.data?.total ?? tenants.length) - tenants.length;
  const entry = (tenant: TenantListItem) => (
    <TenantEntry key={tenant.key} tenant={tenant} isCurrent={tenant.key === current} onChoose={onChoose} />
  );
  return (
    <Command label={t('label')} shouldFilter={false}>
      <CommandInput value={typed} onValueChange={setTyped} placeholder={t('search')} />
      <CommandList>
        {q === '' && (
          <CommandGroup>
            {/* A tenant's key cannot hold an at sign. */}
            <CommandItem value="@system" onSelect={() => onChoose(null)}>
              <Globe aria-hidden="true" />
              <span>{t('system')}</span>
              <span className="truncate text-xs text-muted-foreground">{t('systemHint')}</span>
              {current === null && <Check className="ml-auto" />}
            </CommandItem>
          </CommandGroup>
        )}
        {overriding.length > 0 && (
          <CommandGroup heading={t('withOverrides', { environment: environment?.name ?? '' })}>
            {overriding.map(entry)}
          </CommandGroup>
        )}
        {others.length > 0 && (
          <CommandGroup heading={t(q === '' ? 'all' : 'matching')}>{others.map(entry)}</CommandGroup>
        )}
        <p role="status" className="px-3 py-2 text-xs text-muted-foreground empty:hidden">
          {found.isError && t('failed')}
          {found.isPending && t('loading')}
          {found.isSuccess && tenants.length === 0 && q !== '' && t('none')}
          {rest > 0 && t('more', { count: rest })}
        </p>
      </CommandList>
    </Command>
  );
}

interface TenantEntryProps {
  tenant: TenantListItem;
  isCurrent: boolean;
  onChoose: (tenant: string) => void;
}

function TenantEntry({ tenant, isCurrent, onChoose }: TenantEntryProps) {
  const t = useTranslations('tenants');
  return (
    <CommandItem value={tenant.key} onSelect={() => onChoose(tenant.key)}>
      <Building2 aria-hidden="true" />
      <span className="truncate">{tenant.name}</span>
      {tenant.overrides > 0 && (
        <Badge variant="outline" className="ml-auto tabular-nums">
          <span aria-hidden="true">{tenant.overrides}</span>
          <span className="sr-only">{t('overrides', { count: tenant.overrides })}</span>
        </Badge>
      )}
      {isCurrent && <Check className={tenant.overrides > 0 ? undefined : 'ml-auto'} />}
    </CommandItem>
  );
}
