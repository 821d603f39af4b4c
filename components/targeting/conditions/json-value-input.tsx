'use client';

import { useState } from 'react';
import { parseJson } from '@/components/shared/parse-json';
import { Input } from '@/components/ui/input';
import { jsonSchema } from '@/lib/schemas/json';
import type { TextValueInputProps } from './text-value-input';

/** JSON on one line; while it cannot be parsed there is no value. */
export function JsonValueInput({
  value,
  onChange,
  label,
  isInvalid,
  disabled,
}: Omit<TextValueInputProps, 'suggestions'>) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <Input
      aria-label={label}
      aria-invalid={isInvalid}
      value={typed ?? JSON.stringify(value) ?? ''}
      disabled={disabled}
      spellCheck={false}
      autoComplete="off"
      className="w-auto min-w-36 flex-1 max-sm:min-w-0 font-mono text-[13px]"
      onChange={(event) => {
        setTyped(event.target.value);
        const result = parseJson(event.target.value);
        const parsed = jsonSchema.safeParse(result.ok ? result.value : undefined);
        onChange(result.ok && parsed.success ? parsed.data : undefined);
      }}
    />
  );
}
