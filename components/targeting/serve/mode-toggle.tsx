'use client';

import { ToggleGroup, ToggleGroupItem } from '@/components/ui/toggle-group';

export interface ModeToggleProps {
  label: string;
  value: string;
  modes: readonly { value: string; label: string }[];
  disabled: boolean;
  onChange: (mode: string) => void;
}

/** A labelled choice between the ways in which something can be said. Choosing the chosen one changes nothing. */
export function ModeToggle({ label, value, modes, disabled, onChange }: ModeToggleProps) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <span className="text-[13px] text-muted-foreground">{label}</span>
      <ToggleGroup
        type="single"
        value={value}
        onValueChange={(next) => next !== '' && next !== value && onChange(next)}
        aria-label={label}
        disabled={disabled}
        className="h-7"
      >
        {modes.map((mode) => (
          <ToggleGroupItem key={mode.value} value={mode.value}>
            {mode.label}
          </ToggleGroupItem>
        ))}
      </ToggleGroup>
    </div>
  );
}
