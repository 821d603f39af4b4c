'use client';

import { CircleCheck, CircleX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Input } from '@/components/ui/input';
import type { TextValueInputProps } from './text-value-input';

/** A regular expression with its validity while it is typed; the server's own engine decides. */
export function PatternValueInput({ value, onChange, label, isInvalid, disabled }: TextValueInputProps) {
  const t = useTranslations('targeting.condition');
  const text = typeof value === 'string' ? value : '';
  return (
    <div className="relative min-w-36 flex-1 max-sm:min-w-0 basis-48">
      <Input
        aria-label={label}
        aria-invalid={isInvalid}
        value={text}
        placeholder="^.*@example\.com$"
        disabled={disabled}
        spellCheck={false}
        autoComplete="off"
        className="pr-8 font-mono text-[13px]"
        onChange={(event) => onChange(event.target.value)}
      />
      {text !== '' && (
        <span className="pointer-events-none absolute inset-y-0 right-2 flex items-center">
          {isInvalid ? (
            <CircleX role="img" aria-label={t('patternInvalid')} className="size-4 text-destructive-text" />
          ) : (
            <CircleCheck role="img" aria-label={t('patternValid')} className="size-4 text-success" />
          )}
        </span>
      )}
    </div>
  );
}
