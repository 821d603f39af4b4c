'use client';

import { useLocale } from 'next-intl';
import { useState } from 'react';
import { Input } from '@/components/ui/input';

export interface NumberInputProps {
  value: number | null;
  onChange: (value: number | null) => void;
  label: string;
  isInvalid?: boolean;
}

const NUMBER = /^[+-]?(\d+([.,]\d*)?|[.,]\d+)(e[+-]?\d+)?$/i;

/** Null for what is no number. */
function read(text: string): number | null {
  const typed = text.trim();
  return NUMBER.test(typed) ? Number(typed.replace(',', '.')) : null;
}

/** A number; what is typed stays as typed while it means the value. */
export function NumberInput({ value, onChange, label, isInvalid }: NumberInputProps) {
  const decimal = useLocale() === 'de' ? ',' : '.';
  const [typed, setTyped] = useState<string | null>(null);
  const own = value === null ? '' : String(value).replace('.', decimal);
  const text = typed !== null && read(typed) === value ? typed : own;
  return (
    <Input
      inputMode="decimal"
      aria-label={label}
      aria-invalid={isInvalid || (typed !== null && typed.trim() !== '' && read(typed) === null)}
      value={text}
      className="w-20 tabular-nums"
      onChange={({ target }) => {
        setTyped(target.value);
        onChange(read(target.value));
      }}
      onBlur={() => value !== null && setTyped(null)}
    />
  );
}
