'use client';

import { ToggleGroup, ToggleGroupItem } from '@/components/ui/toggle-group';

export interface ChoiceProps<T extends string> {
  label: string;
  value: T;
  options: readonly { value: T; label: string }[];
  onChange: (value: T) => void;
}

/** One of a few, side by side. */
export function Choice<T extends string>({ label, value, options, onChange }: ChoiceProps<T>) {
  return (
    <ToggleGroup
      type="single"
      value={value}
      aria-label={label}
      className="h-auto max-w-full flex-wrap"
      onValueChange={(next) => {
        const chosen = options.find((option) => option.value === next);
        if (chosen) onChange(chosen.value);
      }}
    >
      {options.map((option) => (
        <ToggleGroupItem key={option.value} value={option.value} className="min-h-6.5">
          {option.label}
        </ToggleGroupItem>
      ))}
    </ToggleGroup>
  );
}
