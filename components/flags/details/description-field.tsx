'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { Markdown } from '@/components/shared/markdown';
import { FormControl, FormDescription, FormField, FormItem, FormLabel, FormMessage } from '@/components/ui/form';
import { Textarea } from '@/components/ui/textarea';
import { ToggleGroup, ToggleGroupItem } from '@/components/ui/toggle-group';
import type { DetailsValues } from './details-values';

/** The description as Markdown, written or as it will look. */
export function DescriptionField({ disabled }: { disabled: boolean }) {
  const t = useTranslations('flags.details');
  const { control } = useFormContext<DetailsValues>();
  const [mode, setMode] = useState(disabled ? 'preview' : 'write');
  return (
    <FormField
      control={control}
      name="description"
      render={({ field }) => (
        <FormItem>
          <div className="flex items-end justify-between gap-3">
            <FormLabel>{t('description')}</FormLabel>
            <ToggleGroup
              type="single"
              value={mode}
              aria-label={t('descriptionMode')}
              className="h-7"
              onValueChange={(next) => next !== '' && setMode(next)}
            >
              <ToggleGroupItem value="write" className="text-xs">
                {t('write')}
              </ToggleGroupItem>
              <ToggleGroupItem value="preview" className="text-xs">
                {t('preview')}
              </ToggleGroupItem>
            </ToggleGroup>
          </div>
          {mode === 'write' ? (
            <FormControl>
              <Textarea className="max-h-96 min-h-24" {...field} disabled={disabled} />
            </FormControl>
          ) : (
            <div className="min-h-24 rounded-md border px-3 py-2">
              {field.value.trim() === '' ? (
                <p className="text-sm text-muted-foreground">{t('noDescription')}</p>
              ) : (
                <Markdown>{field.value}</Markdown>
              )}
            </div>
          )}
          <FormDescription>{t('descriptionHint')}</FormDescription>
          <FormMessage />
        </FormItem>
      )}
    />
  );
}
