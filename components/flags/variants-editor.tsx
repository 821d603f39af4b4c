'use client';

import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useFieldArray, useFormContext, useFormState } from 'react-hook-form';
import { FieldError } from '@/components/shared/field-error';
import { VariantDot } from '@/components/shared/variant-dot';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { FormControl, FormField, FormItem, FormLabel, FormMessage } from '@/components/ui/form';
import { Input } from '@/components/ui/input';
import type { FlagType } from '@/lib/engine/types';
import { VariantValueInput } from './variant-value-input';
import type { DraftValue, VariantsForm } from './variants-form';

export interface VariantsEditorProps {
  type: FlagType;
  disabled?: boolean;
}

const EMPTY: Record<FlagType, DraftValue> = { boolean: false, string: '', number: 0, json: {} };

/** A key that the others do not have. */
function freeKey(variants: VariantsForm['variants']): string {
  const taken = new Set(variants.map(({ key }) => key.toLowerCase()));
  for (let number = variants.length + 1; ; number += 1) {
    if (!taken.has(`variant-${number}`)) return `variant-${number}`;
  }
}

/** Edits a flag's variants in the form around it: key, name and value of each, and their order. */
export function VariantsEditor({ type, disabled }: VariantsEditorProps) {
  const t = useTranslations('flags.variants');
  const { control, getValues } = useFormContext<VariantsForm>();
  const { errors } = useFormState({ control, name: 'variants' });
  const { fields, append, remove, move } = useFieldArray({ control, name: 'variants' });
  return (
    <div className="grid gap-2">
      <ol aria-label={t('label')} className="grid gap-2">
        {fields.map((field, index) => (
          <li key={field.id} className="flex gap-2 rounded-md border p-3">
            <VariantDot index={index} className="mt-[38px]" />
            <VariantFields type={type} index={index} disabled={disabled} />
            {!disabled && (
              <VariantButtons
                name={getValues(`variants.${index}.key`)}
                canRemove={fields.length > 1}
                onUp={index > 0 ? () => move(index, index - 1) : undefined}
                onDown={index < fields.length - 1 ? () => move(index, index + 1) : undefined}
                onRemove={() => remove(index)}
              />
            )}
          </li>
        ))}
      </ol>
      <FieldError>{errors.variants?.root?.message ?? errors.variants?.message}</FieldError>
      {!disabled && (
        <Button
          variant="outline"
          size="sm"
          className="w-fit"
          onClick={() => append({ key: freeKey(getValues('variants')), value: EMPTY[type] })}
        >
          <Plus />
          {t('add')}
        </Button>
      )}
    </div>
  );
}

function VariantFields({ type, index, disabled }: VariantsEditorProps & { index: number }) {
  const t = useTranslations('flags.variants');
  const { control } = useFormContext<VariantsForm>();
  const isLong = type === 'json';
  return (
    <div className={cn('grid min-w-0 flex-1 gap-2', isLong ? 'sm:grid-cols-2' : 'sm:grid-cols-[1fr_1fr_1.5fr]')}>
      <FormField
        control={control}
        name={`variants.${index}.key`}
        render={({ field }) => (
          <FormItem>
            <FormLabel>{t('key')}</FormLabel>
            <FormControl>
              <Input
                className="font-mono text-xs"
                spellCheck={false}
                autoComplete="off"
                {...field}
                disabled={disabled}
              />
            </FormControl>
            <FormMessage />
          </FormItem>
        )}
      />
      <FormField
        control={control}
        name={`variants.${index}.name`}
        render={({ field: { value, onChange, ...field } }) => (
          <FormItem>
            <FormLabel>{t('name')}</FormLabel>
            <FormControl>
              <Input
                autoComplete="off"
                {...field}
                value={value ?? ''}
                disabled={disabled}
                // No name is none, rather than an empty one.
                onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
              />
            </FormControl>
            <FormMessage />
          </FormItem>
        )}
      />
      <FormField
        control={control}
        name={`variants.${index}.value`}
        render={({ field: { value, onChange } }) => (
          <FormItem className={isLong ? 'sm:col-span-2' : undefined}>
            <FormLabel>{t('value')}</FormLabel>
            <FormControl>
              <VariantValueInput type={type} value={value} onChange={onChange} disabled={disabled} />
            </FormControl>
            <FormMessage />
          </FormItem>
        )}
      />
    </div>
  );
}

interface VariantButtonsProps {
  name: string;
  canRemove: boolean;
  onUp?: () => void;
  onDown?: () => void;
  onRemove: () => void;
}

function VariantButtons({ name, canRemove, onUp, onDown, onRemove }: VariantButtonsProps) {
  const t = useTranslations('flags.variants');
  return (
    <div className="flex items-start pt-7 max-sm:flex-col">
      <Button variant="ghost" size="icon-xs" aria-label={t('up', { name })} disabled={!onUp} onClick={onUp}>
        <ArrowUp />
      </Button>
      <Button variant="ghost" size="icon-xs" aria-label={t('down', { name })} disabled={!onDown} onClick={onDown}>
        <ArrowDown />
      </Button>
      <Button
        variant="ghost"
        size="icon-xs"
        aria-label={t('remove', { name })}
        disabled={!canRemove}
        onClick={onRemove}
      >
        <Trash2 />
      </Button>
    </div>
  );
}
