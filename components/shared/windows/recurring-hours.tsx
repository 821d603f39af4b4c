'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { FieldError } from '@/components/shared/field-error';
import { Input } from '@/components/ui/input';
import { Label } from '@/components/ui/label';
import { Switch } from '@/components/ui/switch';
import { checkRecurrence } from '@/lib/changes/check-recurrence';
import type { Recurrence } from '@/lib/engine/types';
import { ExceptionDays } from './exception-days';
import { WeekdayToggle } from './weekday-toggle';

export interface RecurringHoursProps {
  value: Recurrence | undefined;
  onChange: (value: Recurrence | undefined) => void;
  disabled?: boolean;
  /** What is wrong is said by what is around it. */
  isQuiet?: boolean;
}

const BUSINESS: Recurrence = { weekdays: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '09:00', to: '17:00' };
/** Time fields have no 24:00: midnight at the end of hours is that of the day's end. */
const MIDNIGHT = '00:00';
const DAY_END = '24:00';

/** Hours of weekdays that a window is open within; off, it is open all the time. Their zone is the window's. */
export function RecurringHours({ value, onChange, disabled = false, isQuiet = false }: RecurringHoursProps) {
  const t = useTranslations('windows');
  const words = useTranslations('changes.issue');
  const problems = value === undefined || isQuiet ? [] : checkRecurrence(value, '');
  return (
    <div role="group" aria-label={t('hours')} className="grid gap-2">
      <Label className="w-fit font-normal">
        <Switch
          checked={value !== undefined}
          disabled={disabled}
          onCheckedChange={(isOn) => onChange(isOn ? BUSINESS : undefined)}
        />
        {t('only')}
      </Label>
      {value && (
        <div className="grid gap-3 border-l-2 pl-3">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
            <WeekdayToggle
              value={value.weekdays}
              disabled={disabled}
              onChange={(weekdays) => onChange({ ...value, weekdays })}
            />
            <Hours value={value} disabled={disabled} onChange={onChange} />
          </div>
          <ExceptionDays
            value={value.exceptions ?? []}
            disabled={disabled}
            onChange={(days) => onChange(withExceptions(value, days))}
          />
        </div>
      )}
      {problems.map(({ path, code, params }) => (
        <FieldError key={path}>{words(code, params)}</FieldError>
      ))}
    </div>
  );
}

function withExceptions({ exceptions: _, ...hours }: Recurrence, exceptions: string[]): Recurrence {
  return exceptions.length === 0 ? hours : { ...hours, exceptions };
}

interface HoursProps {
  value: Recurrence;
  onChange: (value: Recurrence) => void;
  disabled: boolean;
}

function Hours({ value, onChange, disabled }: HoursProps) {
  const t = useTranslations('windows');
  const id = useId();
  const isOvernight = value.to !== DAY_END && value.to < value.from;
  return (
    <div className="flex flex-wrap items-center gap-2 text-[13px]">
      <Input
        type="time"
        aria-label={t('from')}
        value={value.from}
        disabled={disabled}
        className="w-32 tabular-nums"
        onChange={({ target }) => onChange({ ...value, from: target.value })}
      />
      <span aria-hidden="true" className="text-muted-foreground">
        –
      </span>
      <Input
        type="time"
        aria-label={t('to')}
        aria-describedby={isOvernight ? id : undefined}
        value={value.to === DAY_END ? MIDNIGHT : value.to}
        disabled={disabled}
        className="w-32 tabular-nums"
        onChange={({ target }) => onChange({ ...value, to: target.value === MIDNIGHT ? DAY_END : target.value })}
      />
      {isOvernight && (
        <span id={id} className="text-muted-foreground">
          {t('nextDay')}
        </span>
      )}
    </div>
  );
}
