'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect } from 'react';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';

export interface UnsavedBarProps {
  /** How many changes wait; the bar is absent at 0. */
  count: number;
  onReview: () => void;
  onDiscard: () => void;
  reviewLabel?: ReactNode;
  /** Between the count and the buttons: a validation note, say. */
  children?: ReactNode;
  /** Reviewing is not possible (an invalid field, say); discarding still is. */
  disabled?: boolean;
  className?: string;
}

/** Sticks to the bottom of the page while something is unsaved, and asks before the tab is closed. */
export function UnsavedBar({
  count,
  onReview,
  onDiscard,
  reviewLabel,
  children,
  disabled,
  className,
}: UnsavedBarProps) {
  const t = useTranslations('common');
  useEffect(() => {
    if (count === 0) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [count]);

  if (count === 0) return null;
  return (
    <section
      data-slot="unsaved-bar"
      aria-label={t('unsaved.region')}
      className={cn(
        'sticky bottom-4 z-20 mx-auto flex w-full max-w-3xl flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border',
        'animate-in bg-popover px-4 py-2.5 shadow-md duration-100 fade-in-0 slide-in-from-bottom-2',
        className,
      )}
    >
      <p className="flex items-center gap-2 font-medium" role="status">
        <span aria-hidden="true" className="size-2 rounded-full bg-primary" />
        {t('unsaved.count', { count })}
      </p>
      <div className="min-w-0 flex-1 text-[13px] text-muted-foreground">{children}</div>
      <div className="flex items-center gap-2">
        <Button variant="ghost" onClick={onDiscard}>
          {t('discard')}
        </Button>
        <Button onClick={onReview} disabled={disabled}>
          {reviewLabel ?? t('unsaved.review')}
        </Button>
      </div>
    </section>
  );
}
