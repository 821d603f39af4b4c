'use client';

import { useTranslations } from 'next-intl';
import { useFormContext } from 'react-hook-form';
import { FormControl, FormDescription, FormField, FormItem, FormLabel } from '@/components/ui/form';
import { Switch } from '@/components/ui/switch';
import type { DetailsValues } from './details-values';

/** Who may see the flag besides servers, and who may set it. */
export function VisibilityFields({ disabled }: { disabled: boolean }) {
  const t = useTranslations('flags');
  const { control } = useFormContext<DetailsValues>();
  return (
    <div className="grid gap-4">
      {(['clientVisible', 'tenantManaged'] as const).map((name) => (
        <FormField
          key={name}
          control={control}
          name={name}
          render={({ field }) => (
            <FormItem className="flex items-start gap-3">
              <FormControl>
                <Switch
                  checked={field.value}
                  onCheckedChange={field.onChange}
                  disabled={disabled}
                  className="mt-px shrink-0"
                />
              </FormControl>
              <div className="grid gap-0.5">
                <FormLabel>{t(`${name}.label`)}</FormLabel>
                <FormDescription>{t(`${name}.description`)}</FormDescription>
              </div>
            </FormItem>
          )}
        />
      ))}
    </div>
  );
}
