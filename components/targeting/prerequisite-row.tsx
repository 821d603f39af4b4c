'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FieldError } from '@/components/shared/field-error';
import { VariantDot } from '@/components/shared/variant-dot';
import { Button } from '@/components/ui/button';
import { Combobox } from '@/components/ui/combobox';
import { Skeleton } from '@/components/ui/skeleton';
import { ToggleGroup, ToggleGroupItem } from '@/components/ui/toggle-group';
import { useFlagSearch, useFlagView } from '@/lib/client/use-flag-search';
import type { Prerequisite } from '@/lib/engine/types';
import { useIssues } from './issues-context';
import { useTargeting } from './targeting-context';

export interface PrerequisiteRowProps {
  path: string;
  value: Prerequisite;
  /** Flags that are prerequisites already. */
  taken: readonly string[];
  onChange: (value: Prerequisite) => void;
  onRemove: () => void;
}

/** One flag and the variants of it that will do. */
export function PrerequisiteRow({ path, value, taken, onChange, onRemove }: PrerequisiteRowProps) {
  const t = useTranslations('targeting.prerequisites');
  const { project, flag: own, isReadOnly } = useTargeting();
  const [q, setQ] = useState('');
  const found = useFlagSearch(project, q, !isReadOnly);
  const issues = useIssues();
  const problem = issues.get(`${path}.flag`) ?? issues.get(`${path}.variants`) ?? issues.get(`${path}.variants.0`);
  const options = (found.data?.items ?? [])
    .filter(({ key }) => key !== own.key)
    .map(({ key, name }) => ({
      value: key,
      label: key,
      hint: name,
      disabled: key !== value.flag && taken.includes(key),
    }));
  return (
    <li className="grid gap-1">
      <div className="flex flex-wrap items-center gap-2">
        <Combobox
          value={value.flag === '' ? null : value.flag}
          onValueChange={(flag) => onChange({ flag, variants: [] })}
          options={options}
          onSearch={setQ}
          placeholder={t('chooseFlag')}
          aria-label={t('flag')}
          aria-invalid={problem !== undefined}
          disabled={isReadOnly}
          className="w-56 font-mono text-[13px]"
        />
        <span className="text-[13px] text-muted-foreground">{t('serves')}</span>
        <PrerequisiteVariants value={value} onChange={(variants) => onChange({ ...value, variants })} />
        {!isReadOnly && (
          <Button
            variant="ghost"
            size="icon-sm"
            className="ml-auto text-muted-foreground"
            aria-label={t('remove', { flag: value.flag })}
            onClick={onRemove}
          >
            <X />
          </Button>
        )}
      </div>
      <FieldError>{problem}</FieldError>
    </li>
  );
}

function PrerequisiteVariants({ value, onChange }: { value: Prerequisite; onChange: (variants: string[]) => void }) {
  const t = useTranslations('targeting.prerequisites');
  const { project, isReadOnly } = useTargeting();
  const needed = useFlagView(project, value.flag === '' ? null : value.flag);
  if (value.flag === '') return null;
  if (needed.isPending) return <Skeleton className="h-8 w-32 rounded-md" />;
  const known = needed.data?.variants.map(({ key }) => key) ?? [];
  const keys = [...known, ...value.variants.filter((key) => !known.includes(key))];
  return (
    <ToggleGroup
      type="multiple"
      value={value.variants}
      onValueChange={(variants) => onChange(keys.filter((key) => variants.includes(key)))}
      aria-label={t('variants', { flag: value.flag })}
      disabled={isReadOnly}
      className="h-auto min-h-8 flex-wrap"
    >
      {keys.map((key) => (
        <ToggleGroupItem key={key} value={key} className="h-6.5 font-mono text-xs">
          <VariantDot index={known.includes(key) ? known.indexOf(key) : null} />
          {key}
        </ToggleGroupItem>
      ))}
    </ToggleGroup>
  );
}
