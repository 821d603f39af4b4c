'use client';

import type { VirtualItem } from '@tanstack/react-virtual';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { memo } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { cn } from '@/components/ui/cn';
import { cellKey, type GridData } from '@/lib/client/use-override-grid';
import { GridCell } from './grid-cell';
import { HEAD, ROW } from './grid-sizes';

export interface GridRowProps {
  row: number;
  /** Pixels from the top of the rows. */
  top: number;
  first: number;
  columns: readonly VirtualItem[];
  data: GridData;
  /** The column of this row that takes part in tabbing; null for none of it. */
  tabStop: number | null;
  /** The column whose cell is open. */
  open: number | null;
  isSelected: boolean;
  canEdit: boolean;
  onToggle: (row: number) => void;
  hrefOf: (key: string) => string;
}

/** One tenant's row; its name stays at the left while the flags scroll past. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { row, top, first, columns, data, tabStop, isSelected } = props;
  const t = useTranslations('tenants.grid');
  const tenant = data.tenants.get(row);
  return (
    <div
      role="row"
      aria-rowindex={row + 2}
      aria-selected={props.canEdit ? isSelected : undefined}
      className="group absolute inset-x-0 border-b"
      style={{ top: HEAD, height: ROW, transform: `translateY(${top}px)` }}
    >
      <div
        role="rowheader"
        data-cell={`${row}.-1`}
        aria-colindex={1}
        tabIndex={tabStop === -1 ? 0 : -1}
        className={cn(
          'focus-inset sticky left-0 z-10 flex h-full items-center gap-2 border-r px-3',
          isSelected ? 'bg-[color-mix(in_oklab,var(--primary)_10%,var(--card))]' : 'bg-card group-hover:bg-muted',
        )}
        style={{ width: first }}
      >
        {props.canEdit && tenant && (
          <Checkbox
            aria-label={t('select', { tenant: tenant.name })}
            checked={isSelected}
            tabIndex={-1}
            onCheckedChange={() => props.onToggle(row)}
          />
        )}
        {tenant ? (
          <Link
            href={props.hrefOf(tenant.key)}
            prefetch={false}
            tabIndex={-1}
            title={tenant.key}
            className="truncate text-[13px] font-medium hover:underline"
          >
            {tenant.name}
          </Link>
        ) : (
          <span className="h-2.5 w-24 rounded-sm bg-muted" />
        )}
      </div>
      {columns.map(({ index, start }) => {
        const flag = data.flags.get(index);
        return (
          <GridCell
            key={index}
            row={row}
            column={index}
            left={start}
            tenant={tenant}
            flag={flag}
            cell={tenant && flag && data.cells.get(cellKey(flag.key, tenant.key))}
            isTabStop={tabStop === index}
            isOpen={props.open === index}
          />
        );
      })}
    </div>
  );
});
