'use client';

import { useTranslations } from 'next-intl';
import { useFormContext, useWatch } from 'react-hook-form';
import { FormControl, FormField, FormItem, FormLabel, FormMessage } from '@/components/ui/form';
import { Input } from '@/components/ui/input';
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from '@/components/ui/select';
import type { DetailsValues } from './details-values';

const TYPES = ['string', 'number', 'boolean'] as const;

/** The type of an entry, and its value as that type is typed. */
export function MetadataValue({ index, disabled }: { index: number; disabled: boolean }) {
  const t = useTranslations('flags.details.metadata');
  const { control, setValue } = useFormContext<DetailsValues>();
  const type = useWatch({ control, name: `metadata.${index}.type` });
  const choose = (next: string): void => {
    const found = TYPES.find((each) => each === next);
    if (!found) return;
    setValue(`metadata.${index}.type`, found, { shouldDirty: true });
    if (found === 'boolean') setValue(`metadata.${index}.text`, 'true', { shouldDirty: true });
  };
  return (
    <>
      <Select value={type} onValueChange={choose} disabled={disabled}>
        <SelectTrigger aria-label={t('typeOf', { number: index + 1 })}>
          <SelectValue />
        </SelectTrigger>
        <SelectContent>
          {TYPES.map((each) => (
            <SelectItem key={each} value={each}>
              {t(`type.${each}`)}
            </SelectItem>
          ))}
        </SelectContent>
      </Select>
      <FormField
        control={control}
        name={`metadata.${index}.text`}
        render={({ field }) => (
          <FormItem>
            <FormLabel className="sr-only">{t('valueOf', { number: index + 1 })}</FormLabel>
            {type === 'boolean' ? (
              <Select value={field.value} onValueChange={field.onChange} disabled={disabled}>
                <FormControl>
                  <SelectTrigger className="font-mono text-xs">
                    <SelectValue />
                  </SelectTrigger>
                </FormControl>
                <SelectContent>
                  <SelectItem value="true">true</SelectItem>
                  <SelectItem value="false">false</SelectItem>
                </SelectContent>
              </Select>
            ) : (
              <FormControl>
                <Input
                  placeholder={t('value')}
                  inputMode={type === 'number' ? 'decimal' : undefined}
                  autoComplete="off"
                  {...field}
                  disabled={disabled}
                />
              </FormControl>
            )}
            <FormMessage />
          </FormItem>
        )}
      />
    </>
  );
}
