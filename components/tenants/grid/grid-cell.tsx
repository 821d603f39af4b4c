'use client';

import { OctagonX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { memo } from 'react';
import { cn } from '@/components/ui/cn';
import type { GridFlag, GridTenant, OverrideCell } from '@/lib/services/overrides/types';
import { useValueWords } from '../use-value-words';
import { COLUMN } from './grid-sizes';
import { SourceMark } from './source-mark';

export interface GridCellProps {
  row: number;
  column: number;
  /** Pixels from the left edge of the grid. */
  left: number;
  tenant: GridTenant | undefined;
  flag: GridFlag | undefined;
  cell: OverrideCell | undefined;
  isTabStop: boolean;
  isOpen: boolean;
}

const SOURCE_WORDS = { tenant: 'sourceTenant', system: 'sourceSystem', default: 'sourceDefault' } as const;

/** What one flag gives one tenant, and where it comes from. */
export const GridCell = memo(function GridCell(props: GridCellProps) {
  const { row, column, left, tenant, flag, cell, isTabStop, isOpen } = props;
  const t = useTranslations('tenants.grid');
  const words = useValueWords();
  const shown =
    flag && cell ? { ...flag, variant: cell.variant, enabled: cell.enabled, from: 'tenant' as const } : flag;
  const value = shown ? words.value(shown) : '';
  const source = shown?.from ?? 'system';
  const label =
    tenant && flag
      ? t('cell', { tenant: tenant.name, flag: flag.key, value, source: t(SOURCE_WORDS[source]) })
      : undefined;
  return (
    <div
      role="gridcell"
      data-cell={`${row}.${column}`}
      aria-colindex={column + 2}
      aria-label={label}
      tabIndex={isTabStop ? 0 : -1}
      className={cn(
        'focus-inset absolute inset-y-0 flex cursor-pointer items-center gap-1.5 border-r px-2.5 text-[13px]',
        source === 'tenant' ? 'bg-primary/8 font-medium' : 'text-muted-foreground',
        isOpen ? 'bg-accent' : 'hover:bg-accent',
      )}
      style={{ left, width: COLUMN }}
    >
      {shown && tenant ? (
        <>
          <SourceMark source={source} />
          <span className="truncate">{value}</span>
          {flag?.killed && <OctagonX aria-hidden="true" className="ml-auto size-3.5 shrink-0 text-destructive-text" />}
        </>
      ) : (
        <span className="h-2 w-10 rounded-sm bg-muted" />
      )}
    </div>
  );
});
