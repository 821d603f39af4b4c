'use client';

import { Plus, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useFieldArray, useFormContext, useFormState } from 'react-hook-form';
import { FieldError } from '@/components/shared/field-error';
import { Button } from '@/components/ui/button';
import { FormControl, FormField, FormItem, FormLabel, FormMessage } from '@/components/ui/form';
import { Input } from '@/components/ui/input';
import type { DetailsValues } from './details-values';
import { MetadataValue } from './metadata-value';

/** Flat names and values that SDKs hand to the application with each answer. */
export function MetadataEditor({ disabled }: { disabled: boolean }) {
  const t = useTranslations('flags.details.metadata');
  const { control } = useFormContext<DetailsValues>();
  const { errors } = useFormState({ control, name: 'metadata' });
  const { fields, append, remove } = useFieldArray({ control, name: 'metadata' });
  return (
    <div className="grid gap-2">
      {fields.length === 0 && <p className="text-sm text-muted-foreground">{t('none')}</p>}
      <ul className="grid gap-2 empty:hidden">
        {fields.map((row, index) => (
          <li key={row.id} className="flex items-start gap-2">
            <div className="grid min-w-0 flex-1 gap-2 sm:grid-cols-[1fr_8rem_1.5fr]">
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
      <FieldError>{errors.metadata?.root?.message ?? errors.metadata?.message}</FieldError>
      {!disabled && (
        <Button
          variant="outline"
          size="sm"
          className="w-fit"
          onClick={() => append({ name: '', type: 'string', text: '' })}
        >
          <Plus />
          {t('add')}
        </Button>
      )}
    </div>
  );
}
