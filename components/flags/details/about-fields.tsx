'use client';

import { useTranslations } from 'next-intl';
import { useFormContext } from 'react-hook-form';
import { ChipsInput } from '@/components/shared/chips-input';
import { SelectField } from '@/components/shared/select-field';
import { FormControl, FormDescription, FormField, FormItem, FormLabel, FormMessage } from '@/components/ui/form';
import { Input } from '@/components/ui/input';
import { flagKindSchema } from '@/lib/schemas/flag';
import { DescriptionField } from './description-field';
import type { DetailsValues } from './details-values';

/** Name, description, kind, tags and owner. */
export function AboutFields({ disabled }: { disabled: boolean }) {
  const t = useTranslations('flags.details');
  const flags = useTranslations('flags');
  const { control } = useFormContext<DetailsValues>();
  return (
    <div className="grid gap-4">
      <FormField
        control={control}
        name="name"
        render={({ field }) => (
          <FormItem>
            <FormLabel>{t('name')}</FormLabel>
            <FormControl>
              <Input autoComplete="off" {...field} disabled={disabled} />
            </FormControl>
            <FormMessage />
          </FormItem>
        )}
      />
      <DescriptionField disabled={disabled} />
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          name="kind"
          label={t('kind')}
          options={flagKindSchema.options.map((kind) => ({ value: kind, label: flags(`kind.${kind}`) }))}
          disabled={disabled}
        />
        <FormField
          control={control}
          name="owner"
          render={({ field }) => (
            <FormItem>
              <FormLabel>{t('owner')}</FormLabel>
              <FormControl>
                <Input autoComplete="off" placeholder={t('ownerPlaceholder')} {...field} disabled={disabled} />
              </FormControl>
              <FormMessage />
            </FormItem>
          )}
        />
      </div>
      <FormField
        control={control}
        name="tags"
        render={({ field }) => (
          <FormItem>
            <FormLabel>{t('tags')}</FormLabel>
            <FormControl>
              <ChipsInput value={field.value} onChange={field.onChange} disabled={disabled} />
            </FormControl>
            <FormDescription>{t('tagsHint')}</FormDescription>
            <FormMessage />
          </FormItem>
        )}
      />
    </div>
  );
}
