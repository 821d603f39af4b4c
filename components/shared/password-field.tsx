'use client';

import { Eye, EyeOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import type { FieldPath, FieldValues } from 'react-hook-form';
import { Button } from '@/components/ui/button';
import { FormControl, FormDescription, FormField, FormItem, FormLabel, FormMessage } from '@/components/ui/form';
import { Input } from '@/components/ui/input';

interface PasswordFieldProps<V extends FieldValues> {
  name: FieldPath<V>;
  label: ReactNode;
  description?: ReactNode;
  autoComplete: 'current-password' | 'new-password';
}

/** A password, which can be shown: one that can be read need not be typed twice. */
export function PasswordField<V extends FieldValues>({
  name,
  label,
  description,
  autoComplete,
}: PasswordFieldProps<V>) {
  const t = useTranslations('auth.password');
  const [isShown, setShown] = useState(false);
  return (
    <FormField<V>
      name={name}
      render={({ field }) => (
        <FormItem>
          <FormLabel>{label}</FormLabel>
          <div className="relative">
            <FormControl>
              <Input
                type={isShown ? 'text' : 'password'}
                autoComplete={autoComplete}
                autoCapitalize="none"
                spellCheck={false}
                className="h-9 pr-10"
                {...field}
              />
            </FormControl>
            <Button
              variant="ghost"
              size="icon-sm"
              className="absolute top-1 right-1 text-muted-foreground"
              aria-pressed={isShown}
              aria-label={t('show')}
              title={t('show')}
              onClick={() => setShown(!isShown)}
            >
              {isShown ? <EyeOff /> : <Eye />}
            </Button>
          </div>
          {description && <FormDescription>{description}</FormDescription>}
          <FormMessage />
        </FormItem>
      )}
    />
  );
}
