'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { SearchInput } from '@/components/shared/search-input';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { Label } from '@/components/ui/label';
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from '@/components/ui/select';
import type { EnvironmentView } from '@/lib/services/environments/types';
import { AUDIT_ACTIONS } from './audit-actions';
import { useActionText } from './use-action-text';
import type { AuditFilter, AuditScope } from './use-audit';

export interface AuditFiltersProps {
  scope: AuditScope;
  filter: AuditFilter;
  environments: readonly EnvironmentView[];
  onChange: (change: Partial<AuditFilter>) => void;
}

/** Nothing narrowed. */
export const NO_FILTER: AuditFilter = {
  q: null,
  flag: null,
  environment: null,
  action: null,
  from: null,
  to: null,
};

/** Radix has no empty value. */
const ANY = '*';

interface ChoiceProps {
  label: string;
  value: string | null;
  options: readonly { value: string; label: string }[];
  onChange: (value: string | null) => void;
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  const t = useTranslations('audit');
  return (
    <Select value={value ?? ANY} onValueChange={(next) => onChange(next === ANY ? null : next)}>
      <SelectTrigger aria-label={label} className="w-auto min-w-36 max-sm:w-full max-sm:min-w-0">
        <SelectValue />
      </SelectTrigger>
      <SelectContent>
        <SelectItem value={ANY}>{t('filter.any', { what: label })}</SelectItem>
        {options.map((option) => (
          <SelectItem key={option.value} value={option.value}>
            {option.label}
          </SelectItem>
        ))}
      </SelectContent>
    </Select>
  );
}

/** What narrows the audit; all of it is in the address. */
export function AuditFilters({ scope, filter, environments, onChange }: AuditFiltersProps) {
  const t = useTranslations('audit');
  const actionText = useActionText();
  const id = useId();
  const isFiltered = Object.values(filter).some(Boolean);
  const day = (name: 'from' | 'to') => (
    <div className="flex items-center gap-2">
      <Label htmlFor={`${id}-${name}`} className="font-normal text-muted-foreground max-sm:w-7 max-sm:shrink-0">
        {t(`filter.${name}`)}
      </Label>
      <Input
        id={`${id}-${name}`}
        type="date"
        className="w-36 max-sm:w-full max-sm:min-w-0"
        value={filter[name] ?? ''}
        onChange={(event) => onChange({ [name]: event.target.value || null })}
      />
    </div>
  );
  return (
    <div className="grid grid-cols-2 items-center gap-2 sm:flex sm:flex-wrap">
      <SearchInput
        value={filter.q ?? ''}
        label={t('filter.search')}
        placeholder={t('filter.searchHint')}
        onChange={(value) => onChange({ q: value || null })}
        className="max-sm:col-span-2 max-sm:max-w-none sm:max-w-64"
      />
      {scope === 'project' && (
        <>
          <Input
            aria-label={t('filter.flag')}
            placeholder={t('filter.flag')}
            className="w-44 max-sm:col-span-2 max-sm:w-full"
            value={filter.flag ?? ''}
            onChange={(event) => onChange({ flag: event.target.value.trim() || null })}
          />
          <Choice
            label={t('column.environment')}
            value={filter.environment}
            options={environments.map(({ key, name }) => ({ value: key, label: name }))}
            onChange={(environment) => onChange({ environment })}
          />
        </>
      )}
      <Choice
        label={t('column.action')}
        value={filter.action}
        options={AUDIT_ACTIONS[scope].map((action) => ({ value: action, label: actionText(action) }))}
        onChange={(action) => onChange({ action })}
      />
      {day('from')}
      {day('to')}
      {isFiltered && (
        <Button variant="ghost" onClick={() => onChange(NO_FILTER)}>
          {t('filter.clear')}
        </Button>
      )}
    </div>
  );
}
