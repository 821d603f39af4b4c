'use client';

import { useTranslations } from 'next-intl';
import { Input } from '@/components/ui/input';
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from '@/components/ui/select';
import { UNITS, type WindowDraft } from './membership-draft';

export interface DurationInputProps {
  value: Pick<WindowDraft, 'amount' | 'unit'>;
  onChange: (changes: Partial<WindowDraft>) => void;
}

/** So many hours, days or weeks. */
export function DurationInput({ value, onChange }: DurationInputProps) {
  const t = useTranslations('people.membership');
  const count = Number(value.amount);
  return (
    <div className="flex items-center gap-2">
      <Input
        type="number"
        inputMode="numeric"
        min={1}
        max={10_000}
        step={1}
        aria-label={t('duration')}
        value={value.amount}
        className="w-20 tabular-nums"
        onChange={({ target }) => onChange({ amount: target.value })}
      />
      <Select
        value={value.unit}
        onValueChange={(next) => {
          const unit = UNITS.find((each) => each === next);
          if (unit) onChange({ unit });
        }}
      >
        <SelectTrigger aria-label={t('unit.label')} className="w-28">
          <SelectValue />
        </SelectTrigger>
        <SelectContent>
          {UNITS.map((unit) => (
            <SelectItem key={unit} value={unit}>
              {t(`unit.${unit}`, { count: Number.isNaN(count) ? 2 : count })}
            </SelectItem>
          ))}
        </SelectContent>
      </Select>
    </div>
  );
}
