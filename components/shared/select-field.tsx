'use client';

import { FormControl, FormField, FormItem, FormLabel, FormMessage } from '@/components/ui/form';
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from '@/components/ui/select';

interface SelectFieldProps {
  name: string;
  label: string;
  options: readonly { value: string; label: string }[];
  /** What nothing chosen is called: offered first. Without it something is always chosen. */
  none?: string;
  onChoose?: () => void;
  disabled?: boolean;
}

/** Radix has no empty value. */
const NONE = '*';

/** A choice inside a form; `none` is stored as undefined. */
export function SelectField({ name, label, options, none, onChoose, disabled }: SelectFieldProps) {
  return (
    <FormField
      name={name}
      render={({ field }) => (
        <FormItem>
          <FormLabel>{label}</FormLabel>
          <Select
            value={field.value ?? NONE}
            disabled={disabled}
            onValueChange={(value) => {
              field.onChange(value === NONE ? undefined : value);
              onChoose?.();
            }}
          >
            <FormControl>
              <SelectTrigger className="w-full">
                <SelectValue />
              </SelectTrigger>
            </FormControl>
            <SelectContent>
              {none !== undefined && <SelectItem value={NONE}>{none}</SelectItem>}
              {options.map((option) => (
                <SelectItem key={option.value} value={option.value}>
                  {option.label}
                </SelectItem>
              ))}
            </SelectContent>
          </Select>
          <FormMessage />
        </FormItem>
      )}
    />
  );
}
