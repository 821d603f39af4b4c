'use client';

import { useTranslations } from 'next-intl';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { FormControl, FormField, FormItem, FormLabel, FormMessage } from '@/components/ui/form';
import { Input } from '@/components/ui/input';
import type { DetailsValues } from './details-values';
import { FieldRows } from './field-rows';

/** Addresses of tickets, documents and dashboards about the flag. */
export function LinksEditor({ disabled }: { disabled: boolean }) {
  const t = useTranslations('flags.details.links');
  const { control } = useFormContext<DetailsValues>();
  const { fields, append, remove } = useFieldArray({ control, name: 'links' });
  return (
    <FieldRows
      rows={fields}
      disabled={disabled}
      columns="sm:grid-cols-[1fr_2fr]"
      labels={{ none: t('none'), add: t('add'), remove: (index) => t('remove', { number: index + 1 }) }}
      onAdd={() => append({ title: '', url: '' })}
      onRemove={remove}
    >
      {(index) => (
        <>
          <FormField
            control={control}
            name={`links.${index}.title`}
            render={({ field }) => (
              <FormItem>
                <FormLabel className="sr-only">{t('titleOf', { number: index + 1 })}</FormLabel>
                <FormControl>
                  <Input placeholder={t('title')} autoComplete="off" {...field} disabled={disabled} />
                </FormControl>
                <FormMessage />
              </FormItem>
            )}
          />
          <FormField
            control={control}
            name={`links.${index}.url`}
            render={({ field }) => (
              <FormItem>
                <FormLabel className="sr-only">{t('urlOf', { number: index + 1 })}</FormLabel>
                <FormControl>
                  <Input type="url" placeholder="https://" autoComplete="off" {...field} disabled={disabled} />
                </FormControl>
                <FormMessage />
              </FormItem>
            )}
          />
        </>
      )}
    </FieldRows>
  );
}
