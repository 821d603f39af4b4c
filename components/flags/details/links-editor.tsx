'use client';

import { Plus, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { Button } from '@/components/ui/button';
import { FormControl, FormField, FormItem, FormLabel, FormMessage } from '@/components/ui/form';
import { Input } from '@/components/ui/input';
import type { DetailsValues } from './details-values';

/** Addresses of tickets, documents and dashboards about the flag. */
export function LinksEditor({ disabled }: { disabled: boolean }) {
  const t = useTranslations('flags.details.links');
  const { control } = useFormContext<DetailsValues>();
  const { fields, append, remove } = useFieldArray({ control, name: 'links' });
  return (
    <div className="grid gap-2">
      {fields.length === 0 && <p className="text-sm text-muted-foreground">{t('none')}</p>}
      <ul className="grid gap-2 empty:hidden">
        {fields.map((row, index) => (
          <li key={row.id} className="flex items-start gap-2">
            <div className="grid min-w-0 flex-1 gap-2 sm:grid-cols-[1fr_2fr]">
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
            </div>
            {!disabled && (
              <Button
                variant="ghost"
                size="icon"
                aria-label={t('remove', { number: index + 1 })}
                onClick={() => remove(index)}
              >
                <Trash2 />
              </Button>
            )}
          </li>
        ))}
      </ul>
      {!disabled && (
        <Button variant="outline" size="sm" className="w-fit" onClick={() => append({ title: '', url: '' })}>
          <Plus />
          {t('add')}
        </Button>
      )}
    </div>
  );
}
