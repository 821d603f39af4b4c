'use client';

import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { Combobox } from '@/components/ui/combobox';
import { Label } from '@/components/ui/label';
import { useDebounced } from '@/lib/client/use-debounced';
import { useSystemFlags } from '@/lib/client/use-system-flags';
import type { SystemFlagView } from '@/lib/services/overrides/types';
import { ValueChoice } from '../value-choice';

/** Chosen in place of a variant: no variant's key holds an at sign. */
export const CLEAR = '@clear';

export interface BulkChoiceProps {
  project: string;
  environment: string;
  flag: SystemFlagView | null;
  onFlag: (flag: SystemFlagView) => void;
  value: string | null;
  onValue: (value: string) => void;
}

const SEARCH_MS = 150;

/** Which flag, and what it shall serve. */
export function BulkChoice({ project, environment, flag, onFlag, value, onValue }: BulkChoiceProps) {
  const t = useTranslations('tenants.bulk');
  const id = useId();
  const [typed, setTyped] = useState('');
  const { data } = useSystemFlags(project, environment, useDebounced(typed, SEARCH_MS));
  const found = data?.items ?? [];
  // What was chosen stays named although the search found others.
  const offered = flag && typed === '' && !found.some(({ key }) => key === flag.key) ? [flag, ...found] : found;
  return (
    <>
      <div className="grid gap-1.5">
        <Label htmlFor={id}>{t('flag')}</Label>
        <Combobox
          id={id}
          value={flag?.key ?? null}
          onValueChange={(key) => {
            const chosen = offered.find((each) => each.key === key);
            if (chosen) onFlag(chosen);
          }}
          options={offered.map(({ key, name }) => ({ value: key, label: name, hint: key }))}
          onSearch={setTyped}
          placeholder={t('flagChoose')}
          searchPlaceholder={t('flagSearch')}
          emptyText={t('flagNone')}
          className="w-full"
        />
      </div>
      {flag && (
        <ValueChoice
          label={t('value')}
          variants={[...flag.variants, { key: CLEAR, name: t('clear') }]}
          value={value ?? ''}
          onChange={onValue}
        />
      )}
    </>
  );
}
