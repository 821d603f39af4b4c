'use client';

import type { ComponentProps, ReactNode } from 'react';
import type { FieldPath, FieldValues } from 'react-hook-form';
import { FormControl, FormDescription, FormField, FormItem, FormLabel, FormMessage } from '@/components/ui/form';
import { Input } from '@/components/ui/input';

interface TextFieldProps<V extends FieldValues> extends Omit<ComponentProps<typeof Input>, 'name' | 'form'> {
  name: FieldPath<V>;
  label: ReactNode;
  description?: ReactNode;
}

/** A labelled line of text. */
export function TextField<V extends FieldValues>({ name, label, description, ...input }: TextFieldProps<V>) {
  return (
    <FormField<V>
      name={name}
      render={({ field }) => (
        <FormItem>
          <FormLabel>{label}</FormLabel>
          <FormControl>
            <Input className="h-9" spellCheck={false} {...input} {...field} />
          </FormControl>
          {description && <FormDescription>{description}</FormDescription>}
          <FormMessage />
        </FormItem>
      )}
    />
  );
}
