import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';
import type { DiffLine } from './line-diff';

export const DIFF_TINT = {
  same: '',
  added: 'bg-success/12',
  removed: 'bg-destructive/10',
} as const;
const SIGN = { same: ' ', added: '+', removed: '−' } as const;

/** A line's sign and text. The sign says in a second way what the tint says. */
export function DiffLineText({ line, className }: { line: DiffLine; className?: string }) {
  const t = useTranslations('common');
  return (
    <span className={cn('flex min-w-0 whitespace-pre', className)}>
      <span
        aria-hidden="true"
        className={cn(
          'w-5 shrink-0 text-center select-none',
          line.kind === 'added' && 'text-success',
          line.kind === 'removed' && 'text-destructive-text',
        )}
      >
        {SIGN[line.kind]}
      </span>
      {line.kind !== 'same' && <span className="sr-only">{t(`diff.${line.kind}`)}: </span>}
      <span className="pr-3">{line.text}</span>
    </span>
  );
}

export function DiffNumber({ value }: { value?: number }) {
  return (
    <span aria-hidden="true" className="pr-2 text-right text-muted-foreground tabular-nums select-none">
      {value}
    </span>
  );
}

export function DiffSkipped({ count }: { count: number }) {
  const t = useTranslations('common');
  return <div className="bg-muted/60 px-3 py-0.5 text-muted-foreground">⋯ {t('diff.skipped', { count })}</div>;
}
