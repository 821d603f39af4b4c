'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Combobox } from '@/components/ui/combobox';
import { useDebounced } from '@/lib/client/use-debounced';
import { useFlagSearch } from '@/lib/client/use-flag-search';

export interface FlagChoiceProps {
  project: string;
  /** A flag's key, or that of `any`; empty for none yet. */
  value: string;
  onChange: (key: string) => void;
  /** Offered first: no flag in particular. */
  any?: { value: string; label: string };
  id?: string;
  className?: string;
  disabled?: boolean;
  'aria-label'?: string;
  'aria-describedby'?: string;
  'aria-invalid'?: boolean;
}

const PAUSE_MS = 150;

/** Finds a flag by name or key. */
export function FlagChoice({ project, value, onChange, any, ...trigger }: FlagChoiceProps) {
  const t = useTranslations('plans.flagChoice');
  const [search, setSearch] = useState('');
  const flags = useFlagSearch(project, useDebounced(search, PAUSE_MS));
  const found = (flags.data?.items ?? []).map(({ key, name }) => ({ value: key, label: name, hint: key }));
  return (
    <Combobox
      {...trigger}
      value={value || null}
      options={[...(any ? [any] : []), ...found]}
      placeholder={t('placeholder')}
      searchPlaceholder={t('search')}
      onSearch={setSearch}
      onValueChange={onChange}
    />
  );
}
