'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { SearchInput } from '@/components/shared/search-input';
import { Button } from '@/components/ui/button';
import { Combobox } from '@/components/ui/combobox';
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from '@/components/ui/select';
import { useDebounced } from '@/lib/client/use-debounced';
import { useTenantOptions } from '@/lib/client/use-tenant-options';
import type { Stage } from '@/lib/services/onboarding/types';

export interface PeopleFilter {
  q: string;
  stage: string | null;
  tenant: string | null;
}

export interface PeopleFiltersProps {
  project: string;
  stages: readonly Stage[];
  value: PeopleFilter;
  onChange: (changes: Partial<PeopleFilter>) => void;
}

/** Radix has no empty value; keys have no asterisk. */
const ANY = '*';
const PAUSE_MS = 150;

/** Search by targeting key, and by stage and tenant. */
export function PeopleFilters({ project, stages, value, onChange }: PeopleFiltersProps) {
  const t = useTranslations('people.filter');
  const [search, setSearch] = useState('');
  const tenants = useTenantOptions(project, useDebounced(search, PAUSE_MS));
  const found = (tenants.data?.items ?? []).map(({ key, name }) => ({ value: key, label: name, hint: key }));
  const options = [{ value: ANY, label: t('anyTenant') }, ...found];
  const isFiltered = value.q !== '' || value.stage !== null || value.tenant !== null;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <SearchInput
        value={value.q}
        label={t('search')}
        onChange={(q) => onChange({ q })}
        className="w-72 max-sm:w-full max-sm:max-w-none"
      />
      <Select value={value.stage ?? ANY} onValueChange={(stage) => onChange({ stage: stage === ANY ? null : stage })}>
        <SelectTrigger aria-label={t('stage')} className="w-44 max-sm:flex-1">
          <SelectValue />
        </SelectTrigger>
        <SelectContent>
          <SelectItem value={ANY}>{t('anyStage')}</SelectItem>
          {stages.map(({ key, name }) => (
            <SelectItem key={key} value={key}>
              {name}
            </SelectItem>
          ))}
        </SelectContent>
      </Select>
      <Combobox
        value={value.tenant ?? ANY}
        aria-label={t('tenant')}
        searchPlaceholder={t('searchTenants')}
        options={options}
        onSearch={setSearch}
        onValueChange={(tenant) => onChange({ tenant: tenant === ANY ? null : tenant })}
        className="w-48 max-sm:flex-1"
      />
      {isFiltered && (
        <Button variant="ghost" size="sm" onClick={() => onChange({ q: '', stage: null, tenant: null })}>
          <X />
          {t('clear')}
        </Button>
      )}
    </div>
  );
}
