'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { ToggleGroup, ToggleGroupItem } from '@/components/ui/toggle-group';
import { WEEK } from '@/lib/changes/describe-recurrence';
import type { Weekday } from '@/lib/engine/types';

export interface WeekdayToggleProps {
  value: readonly Weekday[];
  onChange: (weekdays: Weekday[]) => void;
  disabled: boolean;
}

/** 1 January 2024 was a Monday. */
const dayOfWeek = (index: number): Date => new Date(Date.UTC(2024, 0, 1 + index));

/** Days of the week, from Monday. */
export function WeekdayToggle({ value, onChange, disabled }: WeekdayToggleProps) {
  const t = useTranslations('windows');
  const format = useFormatter();
  const name = (index: number, weekday: 'short' | 'long') =>
    format.dateTime(dayOfWeek(index), { weekday, timeZone: 'UTC' });
  return (
    <ToggleGroup
      type="multiple"
      value={[...value]}
      aria-label={t('weekdays')}
      disabled={disabled}
      onValueChange={(chosen) => onChange(WEEK.filter((day) => chosen.includes(day)))}
    >
      {WEEK.map((day, index) => (
        <ToggleGroupItem key={day} value={day} aria-label={name(index, 'long')} className="px-1.5 sm:px-2">
          {name(index, 'short')}
        </ToggleGroupItem>
      ))}
    </ToggleGroup>
  );
}
