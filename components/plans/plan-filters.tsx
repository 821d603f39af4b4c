'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { SearchInput } from '@/components/shared/search-input';
import { Button } from '@/components/ui/button';
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from '@/components/ui/select';
import { PLAN_STATUSES } from '@/lib/schemas/plan';
import type { PlanStatus } from '@/lib/services/plans/types';
import { FlagChoice } from './flag-choice';

export interface PlanFilter {
  q: string;
  status: PlanStatus | null;
  flag: string | null;
}

export interface PlanFiltersProps {
  project: string;
  value: PlanFilter;
  onChange: (changes: Partial<PlanFilter>) => void;
}

/** Radix has no empty value; keys have no asterisk. */
const ANY = '*';

/** By how plans are doing, and by flag. */
export function PlanFilters({ project, value, onChange }: PlanFiltersProps) {
  const t = useTranslations('plans');
  return (
    <div className="flex flex-wrap items-center gap-2">
      <SearchInput
        value={value.q}
        label={t('filter.search')}
        onChange={(q) => onChange({ q })}
        className="w-64 max-sm:w-full max-sm:max-w-none"
      />
      <Select
        value={value.status ?? ANY}
        onValueChange={(next) => onChange({ status: PLAN_STATUSES.find((each) => each === next) ?? null })}
      >
        <SelectTrigger aria-label={t('filter.status')} className="w-44 max-sm:flex-1">
          <SelectValue />
        </SelectTrigger>
        <SelectContent>
          <SelectItem value={ANY}>{t('filter.anyStatus')}</SelectItem>
          {PLAN_STATUSES.map((status) => (
            <SelectItem key={status} value={status}>
              {t(`status.${status}`)}
            </SelectItem>
          ))}
        </SelectContent>
      </Select>
      <FlagChoice
        project={project}
        value={value.flag ?? ANY}
        any={{ value: ANY, label: t('filter.anyFlag') }}
        aria-label={t('filter.flag')}
        onChange={(flag) => onChange({ flag: flag === ANY ? null : flag })}
        className="w-56 max-sm:flex-1"
      />
      {(value.q !== '' || value.status !== null || value.flag !== null) && (
        <Button variant="ghost" size="sm" onClick={() => onChange({ q: '', status: null, flag: null })}>
          <X />
          {t('filter.clear')}
        </Button>
      )}
    </div>
  );
}
