'use client';

import { type ComponentProps, useState } from 'react';
import { JsonEditor } from '@/components/shared/json-editor';
import { parseJson } from '@/components/shared/parse-json';
import { Input } from '@/components/ui/input';
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import type { FlagType } from '@/lib/engine/types';
import type { DraftValue } from './variants-form';

export interface VariantValueInputProps
  extends Pick<ComponentProps<'input'>, 'id' | 'disabled' | 'aria-label' | 'aria-describedby' | 'aria-invalid'> {
  type: FlagType;
  /** A text where the flag's type is another: what was typed so far, which the schema refuses. */
  value: DraftValue;
  onChange: (value: DraftValue) => void;
}

/** Edits a variant's value as its flag's type wants it. */
export function VariantValueInput({ type, value, onChange, ...control }: VariantValueInputProps) {
  if (type === 'boolean') {
    return (
      <Select value={String(value)} onValueChange={(text) => onChange(text === 'true')} disabled={control.disabled}>
        <SelectTrigger className="font-mono text-xs" {...control}>
          <SelectValue />
        </SelectTrigger>
        <SelectContent>
          <SelectItem value="true">true</SelectItem>
          <SelectItem value="false">false</SelectItem>
        </SelectContent>
      </Select>
    );
  }
  if (type === 'string') {
    return (
      <Textarea
        rows={1}
        className="max-h-40 min-h-8 py-1"
        value={typeof value === 'string' ? value : ''}
        spellCheck={false}
        {...control}
        onChange={(event) => onChange(event.target.value)}
      />
    );
  }
  return <TypedText type={type} value={value} onChange={onChange} {...control} />;
}

const textOf = (value: DraftValue): string =>
  typeof value === 'object' ? JSON.stringify(value, null, 2) : String(value);

/** Reads what was typed; what is not of the type stays the text it is. */
function read(type: FlagType, text: string): DraftValue {
  if (type === 'number') return text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : text;
  const result = parseJson(text);
  if (!result.ok || typeof result.value !== 'object' || result.value === null || Array.isArray(result.value))
    return text;
  return { ...result.value };
}

/** Keeps the text as it is typed (`1.`, an open brace), and tells what it means. */
function TypedText({ type, value, onChange, ...control }: VariantValueInputProps) {
  const [draft, setDraft] = useState({ text: textOf(value), means: value });
  // Somebody else changed it: the form was reset, say.
  if (draft.means !== value) setDraft({ text: textOf(value), means: value });
  const change = (text: string): void => {
    const means = read(type, text);
    setDraft({ text, means });
    onChange(means);
  };
  if (type === 'json') {
    const { disabled, 'aria-invalid': _invalid, ...rest } = control;
    return <JsonEditor rows={6} readOnly={disabled} value={draft.text} onChange={change} {...rest} />;
  }
  return (
    <Input
      inputMode="decimal"
      className="font-mono text-xs tabular-nums"
      value={draft.text}
      {...control}
      onChange={(event) => change(event.target.value)}
    />
  );
}
