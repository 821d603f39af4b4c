'use client';

import { useId, useState } from 'react';
import { Combobox } from '@/components/ui/combobox';
import { Label } from '@/components/ui/label';
import { useDebounced } from '@/lib/client/use-debounced';
import { useFlagSearch } from '@/lib/client/use-flag-search';

export interface FlagChoiceProps {
  project: string;
  value: string | null;
  label: string;
  /** What no flag is called. */
  anyLabel: string;
  /** Only for who cannot see it. */
  isLabelHidden?: boolean;
  className?: string;
  onChange: (flag: string | null) => void;
}

/** Keys have no asterisk. */
const ANY = '*';
const PAUSE_MS = 150;

/** One flag of the project, or none in particular. */
export function FlagChoice({ project, value, label, anyLabel, isLabelHidden, className, onChange }: FlagChoiceProps) {
  const id = useId();
  const [search, setSearch] = useState('');
  const { data } = useFlagSearch(project, useDebounced(search, PAUSE_MS));
  const found = (data?.items ?? []).map(({ key, name }) => ({ value: key, label: name, hint: key }));
  const isListed = value === null || found.some((option) => option.value === value);
  const options = [{ value: ANY, label: anyLabel }, ...(isListed ? [] : [{ value, label: value }]), ...found];
  return (
    <div className="grid gap-1.5">
      {!isLabelHidden && <Label htmlFor={id}>{label}</Label>}
      <Combobox
        id={id}
        value={value ?? ANY}
        aria-label={label}
        options={options}
        onSearch={setSearch}
        onValueChange={(flag) => onChange(flag === ANY ? null : flag)}
        className={className}
      />
    </div>
  );
}
