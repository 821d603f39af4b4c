'use client';

import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import type { FlagEnvironment } from '@/components/flag-page/flag-page-types';
import { EnvironmentBadge } from '@/components/shared/environment-badge';
import { Combobox, type ComboboxProps } from '@/components/ui/combobox';
import { Label } from '@/components/ui/label';
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from '@/components/ui/select';
import { useDebounced } from '@/lib/client/use-debounced';
import { useFlagSearch } from '@/lib/client/use-flag-search';
import { useSubjectOptions } from '@/lib/client/use-subject-options';
import { useTenantOptions } from '@/lib/client/use-tenant-options';
import { Choice } from './choice';

const PAUSE_MS = 150;

export interface WhoValue {
  environment: string;
  flag: string;
  kind: 'subject' | 'tenant';
  subject: string;
  tenant: string;
}

export interface WhoFieldsProps {
  project: string;
  environments: readonly FlagEnvironment[];
  /** What is settled is not asked for. */
  fixed: { environment?: string; flag?: string; subject?: string; tenant?: string };
  value: WhoValue;
  onChange: (value: WhoValue) => void;
}

/** Where, of which flag, and whose a membership is. */
export function WhoFields({ project, environments, fixed, value, onChange }: WhoFieldsProps) {
  const t = useTranslations('people.membership');
  const set = (changes: Partial<WhoValue>): void => onChange({ ...value, ...changes });
  const asksWho = fixed.subject === undefined && fixed.tenant === undefined;
  return (
    <>
      {fixed.environment === undefined && environments.length > 1 && (
        <EnvironmentSelect environments={environments} value={value.environment} onChange={set} />
      )}
      {fixed.flag === undefined && (
        <FlagField project={project} value={value.flag} onChange={(flag) => set({ flag })} />
      )}
      {asksWho && (
        <div className="grid gap-2">
          <Choice
            label={t('who')}
            value={value.kind}
            options={[
              { value: 'subject', label: t('subject') },
              { value: 'tenant', label: t('tenant') },
            ]}
            onChange={(kind) => set({ kind })}
          />
          {value.kind === 'subject' ? (
            <SubjectField {...{ project, ...value }} onChange={(subject) => set({ subject })} />
          ) : (
            <TenantField project={project} value={value.tenant} onChange={(tenant) => set({ tenant })} />
          )}
        </div>
      )}
    </>
  );
}

interface EnvironmentSelectProps {
  environments: readonly FlagEnvironment[];
  value: string;
  onChange: (changes: { environment: string }) => void;
}

function EnvironmentSelect({ environments, value, onChange }: EnvironmentSelectProps) {
  const t = useTranslations('people.membership');
  const id = useId();
  return (
    <div className="grid gap-1.5">
      <Label htmlFor={id}>{t('environment')}</Label>
      <Select value={value} onValueChange={(environment) => onChange({ environment })}>
        <SelectTrigger id={id} className="w-full">
          <SelectValue />
        </SelectTrigger>
        <SelectContent>
          {environments.map((environment) => (
            <SelectItem key={environment.key} value={environment.key} disabled={!environment.can.editMemberships}>
              <EnvironmentBadge environment={environment} />
            </SelectItem>
          ))}
        </SelectContent>
      </Select>
    </div>
  );
}

function Finder({ label, ...props }: ComboboxProps & { label: string }) {
  const id = useId();
  return (
    <div className="grid gap-1.5">
      <Label htmlFor={id}>{label}</Label>
      <Combobox id={id} className="w-full" {...props} />
    </div>
  );
}

interface FieldProps {
  project: string;
  value: string;
  onChange: (key: string) => void;
}

function FlagField({ project, value, onChange }: FieldProps) {
  const t = useTranslations('people.membership');
  const [search, setSearch] = useState('');
  const { data } = useFlagSearch(project, useDebounced(search, PAUSE_MS));
  return (
    <Finder
      label={t('flag')}
      value={value || null}
      placeholder={t('chooseFlag')}
      options={(data?.items ?? []).map(({ key, name }) => ({ value: key, label: name, hint: key }))}
      onSearch={setSearch}
      onValueChange={onChange}
    />
  );
}

function TenantField({ project, value, onChange }: FieldProps) {
  const t = useTranslations('people.membership');
  const [search, setSearch] = useState('');
  const { data } = useTenantOptions(project, useDebounced(search, PAUSE_MS));
  return (
    <Finder
      label={t('tenant')}
      value={value || null}
      placeholder={t('chooseTenant')}
      options={(data?.items ?? []).map(({ key, name }) => ({ value: key, label: name, hint: key }))}
      onSearch={setSearch}
      onValueChange={onChange}
    />
  );
}

interface SubjectFieldProps {
  project: string;
  environment: string;
  subject: string;
  onChange: (subject: string) => void;
}

/** Subjects need not be known yet, so that a key may be typed freely. */
function SubjectField({ project, environment, subject, onChange }: SubjectFieldProps) {
  const t = useTranslations('people.membership');
  const { data } = useSubjectOptions(project, environment, environment !== '');
  return (
    <Finder
      label={t('subject')}
      value={subject || null}
      placeholder={t('chooseSubject')}
      options={(data?.items ?? []).map(({ targetingKey }) => ({ value: targetingKey, label: targetingKey }))}
      allowCustom
      onValueChange={onChange}
    />
  );
}
