'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { ChipsInput } from '@/components/shared/chips-input';
import { FormControl, FormDescription, FormField, FormItem, FormLabel, FormMessage } from '@/components/ui/form';
import { Input } from '@/components/ui/input';
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from '@/components/ui/select';
import { Switch } from '@/components/ui/switch';
import type { FlagType } from '@/lib/engine/types';
import { flagTypeSchema } from '@/lib/schemas/flag';
import type { CreateFlagValues } from './create-flag-values';
import { keyFor } from './key-for';
import { VariantsEditor } from './variants-editor';

/** The fields of a new flag, in the form around them. */
export function CreateFlagFields({ onType }: { onType: (type: FlagType) => void }) {
  const t = useTranslations('flags');
  const { control } = useFormContext<CreateFlagValues>();
  const type = useWatch({ control, name: 'type' });
  return (
    <>
      <NameAndKey />
      <div className="grid gap-4 sm:grid-cols-2">
        <FormField
          control={control}
          name="type"
          render={({ field }) => (
            <FormItem>
              <FormLabel>{t('create.type')}</FormLabel>
              <Select
                value={field.value}
                onValueChange={(next) => {
                  const { data } = flagTypeSchema.safeParse(next);
                  if (data && data !== field.value) onType(data);
                }}
              >
                <FormControl>
                  <SelectTrigger>
                    <SelectValue />
                  </SelectTrigger>
                </FormControl>
                <SelectContent>
                  {flagTypeSchema.options.map((option) => (
                    <SelectItem key={option} value={option}>
                      {t(`type.${option}`)}
                    </SelectItem>
                  ))}
                </SelectContent>
              </Select>
              <FormDescription>{t('create.typeHint')}</FormDescription>
            </FormItem>
          )}
        />
        <FormField
          control={control}
          name="tags"
          render={({ field }) => (
            <FormItem>
              <FormLabel>{t('column.tags')}</FormLabel>
              <FormControl>
                <ChipsInput value={field.value ?? []} onChange={field.onChange} placeholder={t('create.tags')} />
              </FormControl>
              <FormMessage />
            </FormItem>
          )}
        />
      </div>
      {type === 'boolean' ? (
        <p className="text-[13px] text-muted-foreground">{t('create.booleanVariants')}</p>
      ) : (
        <div className="grid gap-2">
          <h3 className="text-[13px] font-medium">{t('variants.label')}</h3>
          <VariantsEditor key={type} type={type} />
        </div>
      )}
      <FormField
        control={control}
        name="clientVisible"
        render={({ field }) => (
          <FormItem className="flex items-start gap-3">
            <FormControl>
              <Switch checked={field.value ?? false} onCheckedChange={field.onChange} className="mt-0.5" />
            </FormControl>
            <div className="grid gap-0.5">
              <FormLabel>{t('clientVisible.label')}</FormLabel>
              <FormDescription>{t('clientVisible.description')}</FormDescription>
            </div>
          </FormItem>
        )}
      />
    </>
  );
}

/** The key follows the name until somebody writes their own. */
function NameAndKey() {
  const t = useTranslations('flags.create');
  const { control, setValue } = useFormContext<CreateFlagValues>();
  const [isOwnKey, setIsOwnKey] = useState(false);
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <FormField
        control={control}
        name="name"
        render={({ field }) => (
          <FormItem>
            <FormLabel>{t('name')}</FormLabel>
            <FormControl>
              <Input
                autoFocus
                autoComplete="off"
                placeholder={t('namePlaceholder')}
                {...field}
                value={field.value ?? ''}
                onChange={(event) => {
                  field.onChange(event);
                  if (!isOwnKey) setValue('key', keyFor(event.target.value), { shouldValidate: false });
                }}
              />
            </FormControl>
            <FormMessage />
          </FormItem>
        )}
      />
      <FormField
        control={control}
        name="key"
        render={({ field }) => (
          <FormItem>
            <FormLabel>{t('key')}</FormLabel>
            <FormControl>
              <Input
                className="font-mono text-xs"
                autoComplete="off"
                spellCheck={false}
                {...field}
                onChange={(event) => {
                  field.onChange(event);
                  setIsOwnKey(event.target.value !== '');
                }}
              />
            </FormControl>
            <FormDescription>{t('keyHint')}</FormDescription>
            <FormMessage />
          </FormItem>
        )}
      />
    </div>
  );
}
