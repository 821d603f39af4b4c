'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { FieldError } from '@/components/shared/field-error';
import { TimeZoneInput } from '@/components/shared/time-zone-input';
import { Input } from '@/components/ui/input';
import { Label } from '@/components/ui/label';
import { ToggleGroup, ToggleGroupItem } from '@/components/ui/toggle-group';
import type { TimeWindow } from '@/lib/engine/types';
import { DURATIONS, instantsOf, type WindowDraft } from './membership-draft';
import { useInstantWords } from './use-instant-words';

export interface WindowFieldsProps {
  value: WindowDraft;
  onChange: (value: WindowDraft) => void;
  /** What it comes to. */
  window: TimeWindow;
  problem: string | null;
}

interface ChoiceProps {
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <ToggleGroup
      type="single"
      value={value}
      aria-label={label}
      className="h-auto max-w-full flex-wrap"
      onValueChange={(next) => next !== '' && onChange(next)}
    >
      {options.map((option) => (
        <ToggleGroupItem key={option.value} value={option.value} className="min-h-6.5">
          {option.label}
        </ToggleGroupItem>
      ))}
    </ToggleGroup>
  );
}

/** From when to when, and both instants that this means. */
export function WindowFields({ value, onChange, window, problem }: WindowFieldsProps) {
  const t = useTranslations('people.membership');
  const zoneId = useId();
  const set = (changes: Partial<WindowDraft>): void => onChange({ ...value, ...changes });
  const day = (name: 'startDate' | 'endDate') => (
    <Input
      type="date"
      aria-label={t(name)}
      value={value[name]}
      className="w-40 tabular-nums"
      onChange={({ target }) => set({ [name]: target.value })}
    />
  );
  const ends = [...DURATIONS.map((days) => ({ value: `${days}`, label: t('days', { count: days }) }))];
  return (
    <div className="grid gap-4">
      <div className="grid gap-1.5">
        <Label asChild>
          <span>{t('start')}</span>
        </Label>
        <div className="flex flex-wrap items-center gap-2">
          <Choice
            label={t('start')}
            value={value.start}
            options={[
              { value: 'now', label: t('now') },
              { value: 'date', label: t('onDate') },
            ]}
            onChange={(start) => set({ start: start === 'now' ? 'now' : 'date' })}
          />
          {value.start === 'date' && day('startDate')}
        </div>
      </div>
      <div className="grid gap-1.5">
        <Label asChild>
          <span>{t('end')}</span>
        </Label>
        <div className="flex flex-wrap items-center gap-2">
          <Choice
            label={t('end')}
            value={value.end}
            options={[...ends, { value: 'date', label: t('throughDate') }]}
            onChange={(end) => set({ end: end === 'date' ? 'date' : `${Number(end)}` })}
          />
          {value.end === 'date' && day('endDate')}
        </div>
      </div>
      <div className="grid gap-1.5">
        <Label id={zoneId}>{t('zone')}</Label>
        <TimeZoneInput
          aria-labelledby={zoneId}
          value={value.timezone}
          className="w-full"
          onChange={(timezone) => set({ timezone })}
        />
      </div>
      {problem ? <FieldError>{problem}</FieldError> : <Instants window={window} timezone={value.timezone} />}
    </div>
  );
}

/** Both instants in a zone; the end is the first at which it no longer counts. */
export function Instants({ window, timezone }: { window: TimeWindow; timezone: string }) {
  const t = useTranslations('people.membership');
  const words = useInstantWords(timezone);
  const instants = instantsOf(window);
  if (instants === null) return null;
  return (
    <dl aria-label={t('instants')} className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-[13px] tabular-nums">
      <dt className="text-muted-foreground">{t('startsAt')}</dt>
      <dd>{words(instants.startsAt)}</dd>
      <dt className="text-muted-foreground">{t('endsAt')}</dt>
      <dd>{words(instants.endsAt)}</dd>
    </dl>
  );
}
