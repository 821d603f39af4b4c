'use client';

import { Plus, X } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { Label } from '@/components/ui/label';

export interface ExceptionDaysProps {
  /** Days such as `2026-12-25`. */
  value: readonly string[];
  onChange: (days: string[]) => void;
  disabled: boolean;
}

/** Days on which the hours do not take place. */
export function ExceptionDays({ value, onChange, disabled }: ExceptionDaysProps) {
  const t = useTranslations('windows');
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [day, setDay] = useState('');
  const add = (): void => {
    if (day !== '') onChange([...new Set([...value, day])].sort());
    setDay('');
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    // The form around it is not meant.
    event.preventDefault();
    add();
  };
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Label htmlFor={id} className="font-normal text-muted-foreground">
        {t('except')}
      </Label>
      {value.length > 0 && (
        <ul aria-label={t('exceptions')} className="contents">
          {value.map((each) => (
            <ExceptionDay
              key={each}
              day={each}
              disabled={disabled}
              onRemove={() => onChange(value.filter((other) => other !== each))}
            />
          ))}
        </ul>
      )}
      {!disabled && (
        <span className="flex items-center gap-1">
          <Input
            ref={input}
            id={id}
            type="date"
            value={day}
            className="w-38 tabular-nums"
            onChange={({ target }) => setDay(target.value)}
            onKeyDown={onKeyDown}
          />
          <Button
            type="button"
            variant="ghost"
            size="icon"
            aria-label={t('addException')}
            disabled={day === ''}
            onClick={add}
          >
            <Plus />
          </Button>
        </span>
      )}
    </div>
  );
}

interface ExceptionDayProps {
  day: string;
  disabled: boolean;
  onRemove: () => void;
}

function ExceptionDay({ day, disabled, onRemove }: ExceptionDayProps) {
  const common = useTranslations('common');
  const format = useFormatter();
  const at = new Date(`${day}T00:00:00Z`);
  const shown = Number.isNaN(at.getTime()) ? day : format.dateTime(at, { dateStyle: 'medium', timeZone: 'UTC' });
  return (
    <li className="inline-flex h-6.5 items-center gap-0.5 rounded-sm bg-secondary pl-2 text-xs tabular-nums">
      {shown}
      {disabled ? (
        <span className="w-2" />
      ) : (
        <button
          type="button"
          aria-label={common('removeValue', { value: shown })}
          className="flex size-6.5 shrink-0 items-center justify-center rounded-sm text-muted-foreground hover:text-foreground"
          onClick={onRemove}
        >
          <X className="size-3" />
        </button>
      )}
    </li>
  );
}
