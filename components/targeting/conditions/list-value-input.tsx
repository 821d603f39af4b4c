'use client';

import { useTranslations } from 'next-intl';
import { ChipsInput } from '@/components/shared/chips-input';
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from '@/components/ui/select';
import type { JsonValue } from '@/lib/engine/types';
import { JsonValueInput } from './json-value-input';
import type { TextValueInputProps } from './text-value-input';

type Kind = 'texts' | 'numbers' | 'json';

function kindOf(value: JsonValue | undefined): Kind {
  if (!Array.isArray(value)) return value === undefined ? 'texts' : 'json';
  if (value.length > 0 && value.every((each) => typeof each === 'number')) return 'numbers';
  return value.every((each) => typeof each === 'string') ? 'texts' : 'json';
}

/** Texts or numbers as chips; anything else as JSON. */
export function ListValueInput({ value, onChange, suggestions, label, isInvalid, disabled }: TextValueInputProps) {
  const t = useTranslations('targeting.condition');
  const kind = kindOf(value);
  const list = Array.isArray(value) ? value : [];
  const texts = list.map((each) => (typeof each === 'string' ? each : JSON.stringify(each)));
  const areNumeric = texts.length > 0 && texts.every((text) => text.trim() !== '' && Number.isFinite(Number(text)));
  if (kind === 'json') {
    return <JsonValueInput value={value} onChange={onChange} label={label} isInvalid={isInvalid} disabled={disabled} />;
  }
  return (
    <div className="flex min-w-44 flex-1 basis-56 max-sm:min-w-0 items-start gap-1">
      {(areNumeric || kind === 'numbers') && (
        <Select
          value={kind}
          onValueChange={(next) => onChange(next === 'numbers' ? texts.map(Number) : texts)}
          disabled={disabled}
        >
          <SelectTrigger aria-label={t('valueKind')} className="w-auto shrink-0 text-[13px] text-muted-foreground">
            <SelectValue />
          </SelectTrigger>
          <SelectContent>
            <SelectItem value="texts">{t('kind.texts')}</SelectItem>
            <SelectItem value="numbers">{t('kind.numbers')}</SelectItem>
          </SelectContent>
        </Select>
      )}
      <ChipsInput
        aria-label={label}
        aria-invalid={isInvalid}
        value={texts}
        suggestions={suggestions}
        placeholder={t('listPlaceholder')}
        disabled={disabled}
        className="max-h-40 min-w-0 flex-1 overflow-y-auto"
        onChange={(next) => {
          const numbers = next.map(Number);
          onChange(kind === 'numbers' && numbers.every(Number.isFinite) ? numbers : next);
        }}
      />
    </div>
  );
}
