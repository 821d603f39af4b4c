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
        'relative isolate inline-flex max-w-full items-center gap-1 rounded-sm font-mono text-xs leading-4',
        'text-muted-foreground transition-colors hover:text-foreground',
        // The tint reaches past the text without taking room, so that the key stays aligned with what is above it.
        'before:absolute before:-inset-x-1 before:-inset-y-px before:-z-10 before:rounded-sm hover:before:bg-accent',
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
