'use client';

import { useTranslations } from 'next-intl';
import { useFieldArray, useFormContext, useFormState } from 'react-hook-form';
import { FieldError } from '@/components/shared/field-error';
import { FormControl, FormField, FormItem, FormLabel, FormMessage } from '@/components/ui/form';
import { Input } from '@/components/ui/input';
import type { DetailsValues } from './details-values';
import { FieldRows } from './field-rows';
import { MetadataValue } from './metadata-value';

/** Flat names and values that SDKs hand to the application with each answer. */
export function MetadataEditor({ disabled }: { disabled: boolean }) {
  const t = useTranslations('flags.details.metadata');
  const { control } = useFormContext<DetailsValues>();
  const { errors } = useFormState({ control, name: 'metadata' });
  const { fields, append, remove } = useFieldArray({ control, name: 'metadata' });
  return (
    <FieldRows
      rows={fields}
      disabled={disabled}
      columns="sm:grid-cols-[1fr_8rem_1.5fr]"
      labels={{ none: t('none'), add: t('add'), remove: (index) => t('remove', { number: index + 1 }) }}
      onAdd={() => append({ name: '', type: 'string', text: '' })}
      onRemove={remove}
      error={<FieldError>{errors.metadata?.root?.message ?? errors.metadata?.message}</FieldError>}
    >
      {(index) => (
        <>
          <FormField
            control={control}
            name={`metadata.${index}.name`}
            render={({ field }) => (
              <FormItem>
                <FormLabel className="sr-only">{t('nameOf', { number: index + 1 })}</FormLabel>
                <FormControl>
                  <Input
                    placeholder={t('name')}
                    className="font-mono text-xs"
                    autoComplete="off"
                    spellCheck={false}
                    {...field}
                    disabled={disabled}
                  />
                </FormControl>
                <FormMessage />
              </FormItem>
            )}
          />
          <MetadataValue index={index} disabled={disabled} />
        </>
      )}
    </FieldRows>
  );
}
