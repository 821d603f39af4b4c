'use client';

import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { cn } from '@/components/ui/cn';
import { Input } from '@/components/ui/input';
import { readLocal, writeLocal } from './local-date-time';
import { TimeZoneInput } from './time-zone-input';

export interface DateTimeInputProps {
  /** RFC 3339, or null while there is none. */
  value: string | null;
  /** The zone the local time is read in. */
  timeZone: string;
  onChange: (instant: string | null) => void;
  /** Offers a choice of zone; the local time shown stays and the instant moves. */
  onTimeZoneChange?: (timeZone: string) => void;
  disabled?: boolean;
  id?: string;
  className?: string;
  'aria-label'?: string;
  'aria-labelledby'?: string;
  'aria-describedby'?: string;
  'aria-invalid'?: boolean;
}

export function DateTimeInput(props: DateTimeInputProps) {
  const { value, timeZone, onChange, onTimeZoneChange, disabled, id, className, ...aria } = props;
  const t = useTranslations('common');
  const hintId = useId();
  // What is typed is kept: half a date has no instant, and a skipped local time must stay readable.
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? (value ? writeLocal(value, timeZone) : '');
  const read = readLocal(shown, timeZone);
  const isOwn = typed === null || (read?.instant ?? null) === (value === null ? null : new Date(value).toISOString());
  const text = isOwn ? shown : value ? writeLocal(value, timeZone) : shown;
  const gap = isOwn && read?.isSkipped ? writeLocal(read.instant, timeZone).replace('T', ' ') : null;

  const changeZone = (next: string) => {
    const moved = readLocal(text, next);
    setTyped(text);
    onTimeZoneChange?.(next);
    if (moved) onChange(moved.instant);
  };
  return (
    <div className={cn('grid gap-1', className)}>
      <div className="flex flex-wrap gap-2">
        <Input
          type="datetime-local"
          id={id}
          aria-label={id || aria['aria-labelledby'] ? undefined : t('time.date')}
          {...aria}
          aria-describedby={[aria['aria-describedby'], gap && hintId].filter(Boolean).join(' ') || undefined}
          value={text}
          disabled={disabled}
          className="w-52 tabular-nums"
          onChange={(event) => {
            setTyped(event.target.value);
            onChange(readLocal(event.target.value, timeZone)?.instant ?? null);
          }}
        />
        {onTimeZoneChange && (
          <TimeZoneInput value={timeZone} onChange={changeZone} disabled={disabled} className="w-52" />
        )}
      </div>
      {gap && (
        <p id={hintId} className="text-xs text-warning">
          {t('time.gap', { instant: gap })}
        </p>
      )}
    </div>
  );
}
