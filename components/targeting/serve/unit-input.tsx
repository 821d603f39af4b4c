'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { Combobox } from '@/components/ui/combobox';
import { useTargeting } from '../targeting-context';

const DEFAULT_UNIT = 'targetingKey';

export interface UnitInputProps {
  /** Undefined is the targeting key. */
  value: string | undefined;
  onChange: (unit: string | undefined) => void;
}

/** The attribute whose value decides the bucket: everybody with the same value gets the same. */
export function UnitInput({ value, onChange }: UnitInputProps) {
  const t = useTranslations('targeting.unit');
  const { suggestions, isReadOnly } = useTargeting();
  const id = useId();
  const names = new Set([DEFAULT_UNIT, 'tenant', ...suggestions.map(({ name }) => name)]);
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <span id={id} className="text-[13px] text-muted-foreground">
        {t('label')}
      </span>
      <Combobox
        value={value ?? DEFAULT_UNIT}
        onValueChange={(unit) => onChange(unit === DEFAULT_UNIT ? undefined : unit)}
        options={[...names].map((name) => ({ value: name, label: name }))}
        allowCustom
        disabled={isReadOnly}
        aria-labelledby={id}
        className="h-7 w-44 font-mono text-xs"
      />
    </div>
  );
}
