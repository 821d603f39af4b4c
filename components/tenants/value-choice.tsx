'use client';

import { useId } from 'react';
import { Label } from '@/components/ui/label';
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from '@/components/ui/select';
import { ToggleGroup, ToggleGroupItem } from '@/components/ui/toggle-group';

export interface ValueChoiceProps {
  label: string;
  variants: readonly { key: string; name: string | null }[];
  value: string;
  onChange: (variant: string) => void;
}

/** Few variants are shown side by side, many in a list. */
const SIDE_BY_SIDE = 3;

/** Which variant an override serves. */
export function ValueChoice({ label, variants, value, onChange }: ValueChoiceProps) {
  const id = useId();
  return (
    <div className="grid gap-1.5">
      <Label id={id}>{label}</Label>
      {variants.length <= SIDE_BY_SIDE ? (
        <ToggleGroup
          type="single"
          value={value}
          aria-labelledby={id}
          className="max-w-full"
          onValueChange={(next) => next !== '' && onChange(next)}
        >
          {variants.map(({ key, name }) => (
            <ToggleGroupItem key={key} value={key} className="min-w-14">
              <span className="max-w-40 truncate">{name ?? key}</span>
            </ToggleGroupItem>
          ))}
        </ToggleGroup>
      ) : (
        <Select value={value} onValueChange={(next) => next !== '' && onChange(next)}>
          <SelectTrigger aria-labelledby={id} className="w-full">
            <SelectValue />
          </SelectTrigger>
          <SelectContent>
            {variants.map(({ key, name }) => (
              <SelectItem key={key} value={key}>
                {name ?? key}
              </SelectItem>
            ))}
          </SelectContent>
        </Select>
      )}
    </div>
  );
}
