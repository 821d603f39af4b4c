'use client';

import { useTranslations } from 'next-intl';
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from '@/components/ui/select';
import { useTargeting } from './targeting-context';
import { VariantName } from './variant-name';

/** Not a key: keys begin with a letter or digit. */
const CALLER = '@caller';

export interface VariantSelectProps {
  value: string | null;
  onChange: (variant: string | null) => void;
  /** Offers the caller's own default. */
  isNullable?: boolean;
  label: string;
  isInvalid?: boolean;
  className?: string;
}

export function VariantSelect({ value, onChange, isNullable, label, isInvalid, className }: VariantSelectProps) {
  const t = useTranslations('targeting.variant');
  const { flag, isReadOnly } = useTargeting();
  const isKnown = value === null || flag.variants.some(({ key }) => key === value);
  const keys = [...flag.variants.map(({ key }) => key), ...(isKnown ? [] : [value])];
  return (
    <Select
      value={value ?? (isNullable ? CALLER : undefined)}
      onValueChange={(next) => onChange(next === CALLER ? null : next)}
      disabled={isReadOnly}
    >
      <SelectTrigger aria-label={label} aria-invalid={isInvalid} className={className}>
        <SelectValue placeholder={t('choose')} />
      </SelectTrigger>
      <SelectContent>
        {keys.map((key) => (
          <SelectItem key={key} value={key}>
            <VariantName variant={key} />
          </SelectItem>
        ))}
        {isNullable && (
          <SelectItem value={CALLER}>
            <VariantName variant={null} />
          </SelectItem>
        )}
      </SelectContent>
    </Select>
  );
}
