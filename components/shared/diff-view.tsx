'use client';

import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { cn } from '@/components/ui/cn';
import { ToggleGroup, ToggleGroupItem } from '@/components/ui/toggle-group';
import { foldUnchanged } from './diff-hunks';
import { DiffSideBySide } from './diff-side-by-side';
import { DiffUnified } from './diff-unified';
import { comparableLines } from './json-lines';
import { diffLines } from './line-diff';

export interface DiffViewProps {
  /** JSON values, or texts. Null and undefined are "nothing": created or deleted. */
  before: unknown;
  after: unknown;
  /** Unchanged lines kept around a change; `Infinity` keeps all. */
  context?: number;
  defaultLayout?: 'unified' | 'split';
  /** Offers the other layout. */
  canSwitch?: boolean;
  className?: string;
}

export function DiffView({
  before,
  after,
  context = 3,
  defaultLayout = 'unified',
  canSwitch = true,
  className,
}: DiffViewProps) {
  const t = useTranslations('common');
  const [layout, setLayout] = useState(defaultLayout);
  const lines = useMemo(() => {
    const texts = comparableLines(before, after);
    return diffLines(texts.before, texts.after);
  }, [before, after]);
  const added = lines.filter((line) => line.kind === 'added').length;
  const removed = lines.filter((line) => line.kind === 'removed').length;
  if (added + removed === 0) return <p className="text-sm text-muted-foreground">{t('diff.same')}</p>;
  const entries = foldUnchanged(lines, context);
  return (
    <div className={cn('overflow-hidden rounded-md border', className)}>
      <div className="flex min-h-10 items-center justify-between gap-3 border-b bg-muted/60 px-3 text-xs">
        <p className="flex gap-2 font-mono tabular-nums" title={t('diff.summary', { added, removed })}>
          <span className="sr-only">{t('diff.summary', { added, removed })}</span>
          <span aria-hidden="true" className="text-success">
            +{added}
          </span>
          <span aria-hidden="true" className="text-destructive-text">
            −{removed}
          </span>
        </p>
        {canSwitch && (
          <ToggleGroup
            type="single"
            value={layout}
            aria-label={t('diff.layout')}
            className="h-7 max-sm:hidden"
            onValueChange={(value) => (value === 'unified' || value === 'split') && setLayout(value)}
          >
            <ToggleGroupItem value="unified" className="text-xs">
              {t('diff.unified')}
            </ToggleGroupItem>
            <ToggleGroupItem value="split" className="text-xs">
              {t('diff.sideBySide')}
            </ToggleGroupItem>
          </ToggleGroup>
        )}
      </div>
      {/* Focusable, so that a keyboard can scroll long lines into view. */}
      <div
        role="group"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region
        tabIndex={0}
        aria-label={t('diff.summary', { added, removed })}
        className="focus-inset max-h-[28rem] overflow-auto bg-card font-mono text-xs leading-5"
      >
        {layout === 'split' ? <DiffSideBySide entries={entries} /> : <DiffUnified entries={entries} />}
      </div>
    </div>
  );
}
