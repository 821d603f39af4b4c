'use client';

import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Checkbox } from '@/components/ui/checkbox';
import { cn } from '@/components/ui/cn';
import type { Column, Sort } from './data-table-types';
import type { TableSelection } from './use-selection';

const ARIA_SORT = { asc: 'ascending', desc: 'descending' } as const;
export const ALIGN = { start: 'justify-start', center: 'justify-center', end: 'justify-end' } as const;

export interface DataTableHeadProps<T> {
  columns: readonly Column<T>[];
  /** Named instead of columns while a row is one cell. */
  narrowLabel: string;
  tracks: string;
  sort?: Sort | null;
  onSortChange?: (sort: Sort) => void;
  selection: TableSelection | null;
  height: number;
}

export function DataTableHead<T>(props: DataTableHeadProps<T>) {
  const { columns, narrowLabel, tracks, sort, onSortChange, selection, height } = props;
  const t = useTranslations('common');
  return (
    <div role="rowgroup" className="sticky top-0 z-10 bg-card">
      <div
        role="row"
        aria-rowindex={1}
        className="grid items-center gap-x-4 border-b bg-muted px-4 text-xs font-medium text-muted-foreground"
        style={{ gridTemplateColumns: tracks, height }}
      >
        {selection && (
          <div role="columnheader" className="flex items-center">
            <Checkbox aria-label={t('table.selectAll')} checked={selection.all} onCheckedChange={selection.toggleAll} />
          </div>
        )}
        {columns.length === 0 && (
          <div role="columnheader" className="truncate">
            {narrowLabel}
          </div>
        )}
        {columns.map((column) => (
          <div
            key={column.id}
            role="columnheader"
            aria-sort={sort?.id === column.id ? ARIA_SORT[sort.direction] : column.sortable ? 'none' : undefined}
            className={cn('flex min-w-0 items-center', ALIGN[column.align ?? 'start'])}
          >
            {column.sortable && onSortChange ? (
              <SortButton column={column} sort={sort ?? null} onSortChange={onSortChange} />
            ) : (
              <HeadLabel column={column} />
            )}
          </div>
        ))}
      </div>
    </div>
  );
}

interface SortButtonProps<T> {
  column: Column<T>;
  sort: Sort | null;
  onSortChange: (sort: Sort) => void;
}

function SortButton<T>({ column, sort, onSortChange }: SortButtonProps<T>) {
  const current = sort?.id === column.id ? sort.direction : null;
  const Icon = current === 'asc' ? ArrowUp : current === 'desc' ? ArrowDown : ChevronsUpDown;
  return (
    <button
      type="button"
      className={cn(
        'group -mx-1 inline-flex min-w-0 items-center gap-1 rounded-sm px-1 py-0.5 hover:text-foreground',
        current && 'text-foreground',
      )}
      onClick={() => onSortChange({ id: column.id, direction: current === 'asc' ? 'desc' : 'asc' })}
    >
      <HeadLabel column={column} />
      <Icon
        aria-hidden="true"
        className={cn(
          'size-3 shrink-0',
          !current && 'opacity-0 group-hover:opacity-100 group-focus-visible:opacity-100',
        )}
      />
    </button>
  );
}

/** With a `label`, what is seen is decoration and the label is what is read. */
function HeadLabel<T>({ column }: { column: Column<T> }) {
  return (
    <>
      <span aria-hidden={column.label ? true : undefined} className="flex min-w-0 items-center gap-1.5 truncate">
        {column.header}
      </span>
      {column.label && <span className="sr-only">{column.label}</span>}
    </>
  );
}
