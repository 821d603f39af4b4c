'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Input } from '@/components/ui/input';
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from '@/components/ui/select';
import { DURATION_UNITS, type DurationUnit, partOfDuration } from '../duration-parts';

export interface DurationInputProps {
  /** Such as `3d`; empty for none. */
  value: string;
  onChange: (text: string) => void;
  label: string;
  placeholder?: string;
  isInvalid?: boolean;
  /** What the unit is while nothing is typed. */
  unit?: DurationUnit;
}

/** A length of time: a number and a unit. What is no number stays as it is typed, to be put right. */
export function DurationInput({ value, onChange, label, placeholder, isInvalid, ...props }: DurationInputProps) {
  const t = useTranslations('plans.builder.duration');
  const part = partOfDuration(value);
  const [chosen, setChosen] = useState<DurationUnit>(props.unit ?? 'd');
  const unit = part?.unit ?? chosen;
  return (
    <span className="flex gap-1.5">
      <Input
        aria-label={label}
        aria-invalid={isInvalid}
        inputMode="numeric"
        value={part ? String(part.count) : value}
        placeholder={placeholder}
        className="w-16 tabular-nums"
        onChange={({ target }) => {
          const typed = target.value.trim();
          onChange(/^\d+$/.test(typed) ? `${typed}${unit}` : typed);
        }}
      />
      <Select
        value={unit}
        onValueChange={(next) => {
          const of = DURATION_UNITS.find((each) => each === next) ?? 'd';
          setChosen(of);
          if (part) onChange(`${part.count}${of}`);
        }}
      >
        <SelectTrigger aria-label={t('unitOf', { label })} className="w-26">
          <SelectValue />
        </SelectTrigger>
        <SelectContent>
          {DURATION_UNITS.map((each) => (
            <SelectItem key={each} value={each}>
              {t(each)}
            </SelectItem>
          ))}
        </SelectContent>
      </Select>
    </span>
  );
}
