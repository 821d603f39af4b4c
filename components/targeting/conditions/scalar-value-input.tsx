'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from '@/components/ui/select';
import type { JsonValue } from '@/lib/engine/types';
import { JsonValueInput } from './json-value-input';
import { NumberInput } from './number-input';
import { TextValueInput, type TextValueInputProps } from './text-value-input';

const KINDS = ['text', 'number', 'boolean', 'json'] as const;
type Kind = (typeof KINDS)[number];

function kindOf(value: JsonValue | undefined): Kind {
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'boolean';
  return typeof value === 'object' && value !== null ? 'json' : 'text';
}

/** A text, number, true or false, or JSON: a text "1" and a number 1 are not equal, so the kind is chosen. */
export function ScalarValueInput(props: TextValueInputProps) {
  const t = useTranslations('targeting.condition');
  const { value, onChange, label, isInvalid, disabled } = props;
  const [chosen, setChosen] = useState<Kind | null>(null);
  const kind = value === undefined && chosen ? chosen : kindOf(value);
  const change = (next: Kind) => {
    setChosen(next);
    onChange(toKind(next, value));
  };
  return (
    <div className="flex min-w-36 flex-1 max-sm:min-w-0 basis-48 gap-1">
      <Select
        value={kind}
        onValueChange={(next) => change(KINDS.find((each) => each === next) ?? 'text')}
        disabled={disabled}
      >
        <SelectTrigger aria-label={t('valueKind')} className="w-auto shrink-0 text-[13px] text-muted-foreground">
          <SelectValue />
        </SelectTrigger>
        <SelectContent>
          {KINDS.map((each) => (
            <SelectItem key={each} value={each}>
              {t(`kind.${each}`)}
            </SelectItem>
          ))}
        </SelectContent>
      </Select>
      {kind === 'text' && <TextValueInput {...props} />}
      {kind === 'number' && (
        <NumberInput value={value} onChange={onChange} label={label} isInvalid={isInvalid} disabled={disabled} />
      )}
      {kind === 'boolean' && (
        <Select value={String(value)} onValueChange={(next) => onChange(next === 'true')} disabled={disabled}>
          <SelectTrigger aria-label={label} className="w-28 font-mono text-[13px]">
            <SelectValue />
          </SelectTrigger>
          <SelectContent>
            <SelectItem value="true">true</SelectItem>
            <SelectItem value="false">false</SelectItem>
          </SelectContent>
        </Select>
      )}
      {kind === 'json' && <JsonValueInput {...props} />}
    </div>
  );
}

function toKind(kind: Kind, value: JsonValue | undefined): JsonValue | undefined {
  if (kind === 'boolean') return value !== 'false' && value !== false;
  if (kind === 'json') return typeof value === 'object' ? value : {};
  if (kind === 'number') {
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;
    return typeof value === 'number' ? value : Number.isFinite(number) ? number : undefined;
  }
  return typeof value === 'string' ? value : value === undefined || typeof value === 'object' ? '' : String(value);
}
