'use client';

import { Check } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';
import { useCopy } from './use-copy';

export interface KeyTextProps {
  value: string;
  className?: string;
}

/** A key in monospace; a click copies it. */
export function KeyText({ value, className }: KeyTextProps) {
  const t = useTranslations('common');
  const { copied, copy } = useCopy();
  return (
    <button
      type="button"
      title={t('copy')}
      aria-label={t('copyValue', { value })}
      onClick={() => copy(value)}
      className={cn(
        '-mx-1 inline-flex max-w-full items-center gap-1 rounded-sm px-1 font-mono text-xs text-muted-foreground',
        'transition-colors hover:bg-accent hover:text-foreground',
        className,
      )}
    >
      <span className="truncate">{value}</span>
      {copied && <Check className="size-3 shrink-0 text-success" aria-hidden="true" />}
      <span className="sr-only" aria-live="polite">
        {copied ? t('copied') : ''}
      </span>
    </button>
  );
}
