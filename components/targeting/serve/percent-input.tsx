'use client';

import { useLocale } from 'next-intl';
import { useState } from 'react';
import { cn } from '@/components/ui/cn';
import { Input } from '@/components/ui/input';
import { readPercent, writePercent } from './shares';

export interface PercentInputProps {
  /** Thousandths of a percent. */
  value: number;
  onChange: (thousandths: number) => void;
  label: string;
  disabled?: boolean;
  isInvalid?: boolean;
  className?: string;
}

/** A percentage to a thousandth. What is typed stays as typed while it means the value. */
export function PercentInput({ value, onChange, label, disabled, isInvalid, className }: PercentInputProps) {
  const decimal = useLocale() === 'de' ? ',' : '.';
  const [typed, setTyped] = useState<string | null>(null);
  const read = typed === null ? null : readPercent(typed);
  const isUnread = typed !== null && typed !== '' && read === null;
  const text = typed !== null && (isUnread || typed === '' || read === value) ? typed : writePercent(value, decimal);
  return (
    <span className={cn('relative inline-flex w-28', className)}>
      <Input
        inputMode="decimal"
        aria-label={label}
        aria-invalid={isUnread || isInvalid}
        value={text}
        disabled={disabled}
        className="pr-6 text-right tabular-nums"
        onChange={(event) => {
          setTyped(event.target.value);
          const next = event.target.value.trim() === '' ? 0 : readPercent(event.target.value);
          if (next !== null) onChange(next);
        }}
        onBlur={() => setTyped(null)}
      />
      <span
        aria-hidden="true"
        className="pointer-events-none absolute inset-y-0 right-2 flex items-center text-xs text-muted-foreground"
      >
        %
      </span>
    </span>
  );
}
