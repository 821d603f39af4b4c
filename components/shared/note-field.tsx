'use client';

import { useId } from 'react';
import { Label } from '@/components/ui/label';
import { Textarea } from '@/components/ui/textarea';

/** As long as notes are stored. */
const MOST = 2_000;

export interface NoteFieldProps {
  label: string;
  placeholder?: string;
  value: string;
  onChange: (note: string) => void;
}

/** Why something is there, in the words of whoever put it there. */
export function NoteField({ label, placeholder, value, onChange }: NoteFieldProps) {
  const id = useId();
  return (
    <div className="grid gap-1.5">
      <Label htmlFor={id}>{label}</Label>
      <Textarea
        id={id}
        value={value}
        maxLength={MOST}
        className="min-h-16"
        placeholder={placeholder}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
