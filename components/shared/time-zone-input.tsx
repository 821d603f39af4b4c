'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { Combobox, type ComboboxProps } from '@/components/ui/combobox';

export interface TimeZoneInputProps extends Omit<ComboboxProps, 'options' | 'value' | 'onValueChange' | 'allowCustom'> {
  /** An IANA name, `UTC` included. */
  value: string;
  onChange: (timeZone: string) => void;
}

export function TimeZoneInput({ value, onChange, ...props }: TimeZoneInputProps) {
  const t = useTranslations('common');
  const options = useMemo(() => {
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
    // The reader's own zone and UTC come first; the browser's list leaves UTC out.
    const names = new Set([value, own, 'UTC', ...Intl.supportedValuesOf('timeZone')]);
    return [...names].map((name) => ({ value: name, label: name.replaceAll('_', ' ') }));
  }, [value]);
  return (
    <Combobox
      value={value}
      onValueChange={onChange}
      options={options}
      searchPlaceholder={t('time.zonePlaceholder')}
      {...(props['aria-labelledby'] || props.id ? {} : { 'aria-label': t('time.zone') })}
      {...props}
    />
  );
}
