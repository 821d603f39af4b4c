'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { FieldError } from '@/components/shared/field-error';
import { useIssue } from '@/components/targeting/issues-context';
import { Button } from '@/components/ui/button';
import { Combobox } from '@/components/ui/combobox';
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from '@/components/ui/select';
import { useSignalNames } from '@/lib/client/use-signal';
import { COMPARISONS, DEFAULT_WINDOW } from '@/lib/schemas/plan';
import { usePlanWords } from '../use-plan-words';
import { useBuilder } from './builder-context';
import { DurationInput } from './duration-input';
import type { GateDraft } from './plan-draft';
import { NumberInput } from './number-input';

export interface LimitFieldsProps<T extends GateDraft> {
  path: string;
  /** Where the signal is read. */
  environment: string;
  /** Which of its kind it is, from 1. */
  number: number;
  value: T;
  onChange: (value: T) => void;
  onRemove: () => void;
}

/** A signal, how it compares, with what, and within which time. */
export function LimitFields<T extends GateDraft>(props: LimitFieldsProps<T>) {
  const { path, environment, number, value, onChange, onRemove } = props;
  const t = useTranslations('plans.builder.limit');
  const operators = useTranslations('plans.operator');
  const words = usePlanWords();
  const { project } = useBuilder();
  const { data } = useSignalNames(project, environment || null);
  const issues = [useIssue(path), useIssue(`${path}.signal`), useIssue(`${path}.value`), useIssue(`${path}.window`)];
  const [, ofSignal, ofValue, ofWindow] = issues;
  const options = [...new Map((data?.items ?? []).map((signal) => [signal.name, signal])).values()];
  return (
    <div className="grid gap-1.5">
      <div className="flex flex-wrap items-center gap-1.5">
        <Combobox
          value={value.signal || null}
          options={options.map(({ name, value: newest }) => ({ value: name, label: name, hint: words.number(newest) }))}
          allowCustom
          placeholder={t('signal')}
          searchPlaceholder={t('searchSignal')}
          emptyText={t('noSignals')}
          aria-label={t('signalOf', { number })}
          aria-invalid={ofSignal !== undefined}
          className="w-36 font-mono text-xs"
          onValueChange={(signal) => onChange({ ...value, signal })}
        />
        <Select
          value={value.operator}
          onValueChange={(next) => {
            const operator = COMPARISONS.find((each) => each === next);
            if (operator) onChange({ ...value, operator });
          }}
        >
          <SelectTrigger aria-label={t('operatorOf', { number })} className="w-28">
            <SelectValue />
          </SelectTrigger>
          <SelectContent>
            {COMPARISONS.map((operator) => (
              <SelectItem key={operator} value={operator}>
                {operators(operator)}
              </SelectItem>
            ))}
          </SelectContent>
        </Select>
        <NumberInput
          value={value.value}
          label={t('valueOf', { number })}
          isInvalid={ofValue !== undefined}
          onChange={(next) => onChange({ ...value, value: next })}
        />
        <span className="text-[13px] text-muted-foreground">{t('within')}</span>
        <DurationInput
          value={value.window}
          unit="h"
          label={t('windowOf', { number })}
          placeholder={words.duration(DEFAULT_WINDOW).replace(/\D+$/, '')}
          isInvalid={ofWindow !== undefined}
          onChange={(window) => onChange({ ...value, window })}
        />
        <Button variant="ghost" size="icon-sm" aria-label={t('remove', { number })} onClick={onRemove}>
          <X />
        </Button>
      </div>
      <FieldError>{issues.find((issue) => issue !== undefined)}</FieldError>
    </div>
  );
}
