'use client';

import { useId } from 'react';
import { cn } from '@/components/ui/cn';
import { Input } from '@/components/ui/input';
import type { JsonValue } from '@/lib/engine/types';

export interface TextValueInputProps {
  value: JsonValue | undefined;
  onChange: (value: JsonValue | undefined) => void;
  /** Values used with the attribute elsewhere. */
  suggestions: readonly string[];
  isInvalid: boolean;
  disabled?: boolean;
  label: string;
  placeholder?: string;
  isCode?: boolean;
}

export function TextValueInput({ value, onChange, suggestions, label, ...props }: TextValueInputProps) {
  const { isInvalid, disabled, placeholder, isCode = false } = props;
  const listId = useId();
  return (
    <>
      <Input
        aria-label={label}
        aria-invalid={isInvalid}
        list={suggestions.length > 0 ? listId : undefined}
        value={typeof value === 'string' ? value : value === undefined || value === null ? '' : JSON.stringify(value)}
        placeholder={placeholder}
        disabled={disabled}
        spellCheck={false}
        autoComplete="off"
        className={cn('w-auto min-w-36 flex-1 max-sm:min-w-0 basis-36', isCode && 'font-mono text-[13px]')}
        onChange={(event) => onChange(event.target.value)}
      />
      {suggestions.length > 0 && (
        <datalist id={listId}>
          {suggestions.map((text) => (
            <option key={text} value={text} />
          ))}
        </datalist>
      )}
    </>
  );
}
