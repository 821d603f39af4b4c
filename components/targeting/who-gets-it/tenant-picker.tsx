'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Combobox } from '@/components/ui/combobox';
import { useDebounced } from '@/lib/client/use-debounced';
import { useTenantOptions } from '@/lib/client/use-tenant-options';

const PAUSE_MS = 150;

export interface TenantPickerProps {
  project: string;
  value: readonly string[];
  onChange: (tenants: string[]) => void;
  id: string;
  'aria-describedby'?: string;
}

/** Tenants chosen one after the other, found by name or key. */
export function TenantPicker({ project, value, onChange, id, ...aria }: TenantPickerProps) {
  const t = useTranslations('people.whoGetsIt');
  const common = useTranslations('common');
  const [search, setSearch] = useState('');
  const found = useTenantOptions(project, useDebounced(search, PAUSE_MS));
  const options = (found.data?.items ?? []).filter(({ key }) => !value.includes(key));
  return (
    <div className="grid gap-1.5">
      <Combobox
        id={id}
        {...aria}
        value={null}
        placeholder={t('tenants.add')}
        searchPlaceholder={t('tenants.search')}
        emptyText={found.isPending ? common('loading') : t('tenants.none')}
        options={options.map(({ key, name }) => ({ value: key, label: name, hint: key }))}
        onSearch={setSearch}
        onValueChange={(key) => onChange([...value, key])}
      />
      {value.length > 0 && (
        <ul aria-label={t('tenants.chosen')} className="flex flex-wrap gap-1">
          {value.map((key) => (
            <li
              key={key}
              className="inline-flex h-6 max-w-full items-center gap-0.5 rounded-sm bg-secondary pl-1.5 font-mono text-xs"
            >
              <span className="truncate">{key}</span>
              <button
                type="button"
                aria-label={common('removeValue', { value: key })}
                className="flex size-6 shrink-0 items-center justify-center rounded-sm text-muted-foreground hover:text-foreground"
                onClick={() => onChange(value.filter((each) => each !== key))}
              >
                <X className="size-3" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
