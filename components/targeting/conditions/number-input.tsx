'use client';

import { useState } from 'react';
import { cn } from '@/components/ui/cn';
import { Input } from '@/components/ui/input';
import type { JsonValue } from '@/lib/engine/types';

export interface NumberInputProps {
  value: JsonValue | undefined;
  /** Undefined while what is typed is no number. */
  onChange: (value: number | undefined) => void;
  label: string;
  isInvalid?: boolean;
  disabled?: boolean;
  className?: string;
}

/** A number as people type it, with a decimal point or comma. */
export function NumberInput({ value, onChange, label, isInvalid, disabled, className }: NumberInputProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const read = readNumber(typed);
  const own = typeof value === 'number' ? value : undefined;
  const text = typed !== null && read === own ? typed : own === undefined ? (typed ?? '') : String(own);
  return (
    <Input
      inputMode="decimal"
      aria-label={label}
      aria-invalid={isInvalid}
      value={text}
      disabled={disabled}
      autoComplete="off"
      className={cn('tabular-nums', className)}
      onChange={(event) => {
        setTyped(event.target.value);
        onChange(readNumber(event.target.value));
      }}
    />
  );
}

function readNumber(text: string | null): number | undefined {
  const plain = (text ?? '').trim().replace(',', '.');
  const number = Number(plain);
  return plain === '' || !Number.isFinite(number) ? undefined : number;
}
