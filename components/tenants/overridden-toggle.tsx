'use client';

import { SlidersHorizontal } from 'lucide-react';
import { Button } from '@/components/ui/button';

export interface OverriddenToggleProps {
  label: string;
  pressed: boolean;
  onChange: (pressed: boolean) => void;
}

/** Shows only what has overrides. */
export function OverriddenToggle({ label, pressed, onChange }: OverriddenToggleProps) {
  return (
    <Button
      variant="outline"
      aria-pressed={pressed}
      className="text-[13px] aria-pressed:border-primary/40 aria-pressed:bg-primary/10 aria-pressed:text-link"
      onClick={() => onChange(!pressed)}
    >
      <SlidersHorizontal aria-hidden="true" />
      {label}
    </Button>
  );
}
