'use client';

import { useTranslations } from 'next-intl';
import type { MouseEvent, ReactNode } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { cn } from '@/components/ui/cn';
import { ALIGN } from './data-table-head';
import type { Column } from './data-table-types';
import type { TableSelection } from './use-selection';

const CONTROLS = 'a, button, input, label, select, textarea, [role=switch], [role=checkbox], [role=menuitem]';

export interface DataTableRowProps<T> {
  row: T;
  index: number;
  /** Pixels from the top of the rows. */
  offset: number;
  height: number;
  tracks: string;
  columns: readonly Column<T>[];
  narrow?: (row: T) => ReactNode;
  isTabStop: boolean;
  isLast: boolean;
  onFocus: (index: number) => void;
  onOpen?: (row: T) => void;
  selection: TableSelection | null;
  rowKey: (row: T) => string;
  rowLabel: (row: T) => string;
}

export function DataTableRow<T>(props: DataTableRowProps<T>) {
  const { row, index, offset, height, tracks, columns, narrow, onOpen, selection } = props;
  const isSelected = selection?.isSelected(props.rowKey(row)) ?? false;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the table handles Enter for its rows
    <div
      role="row"
      aria-rowindex={index + 2}
      data-index={index}
      data-state={isSelected ? 'selected' : undefined}
      tabIndex={props.isTabStop ? 0 : -1}
      onFocus={(event) => event.target === event.currentTarget && props.onFocus(index)}
      onClick={(event) => onOpen && isPlainClick(event) && onOpen(row)}
      className={cn(
        'focus-inset absolute inset-x-0 top-0 grid items-center gap-x-4 px-4 transition-colors hover:bg-muted/70',
        'data-[state=selected]:bg-primary/8',
        !props.isLast && 'border-b',
        onOpen && 'cursor-pointer',
      )}
      style={{ gridTemplateColumns: tracks, height, transform: `translateY(${offset}px)` }}
    >
      {selection && (
        <div role="cell" className="flex items-center">
          <SelectRow index={index} name={props.rowLabel(row)} isSelected={isSelected} selection={selection} />
        </div>
      )}
      {narrow ? (
        <div role="cell" className="min-w-0">
          {narrow(row)}
        </div>
      ) : (
        columns.map((column) => (
          <div key={column.id} role="cell" className={cn('flex min-w-0 items-center', ALIGN[column.align ?? 'start'])}>
            {column.cell(row)}
          </div>
        ))
      )}
    </div>
  );
}

interface SelectRowProps {
  index: number;
  name: string;
  isSelected: boolean;
  selection: TableSelection;
}

function SelectRow({ index, name, isSelected, selection }: SelectRowProps) {
  const t = useTranslations('common');
  return (
    <Checkbox
      aria-label={t('table.selectRow', { name })}
      checked={isSelected}
      onClick={(event) => selection.toggle(index, event.shiftKey)}
    />
  );
}

/** Not on a control, not in a menu or dialog that a cell opened (React bubbles those here), not while selecting text. */
function isPlainClick(event: MouseEvent<HTMLElement>): boolean {
  const { target, currentTarget } = event;
  if (!(target instanceof Element) || !currentTarget.contains(target)) return false;
  if (event.metaKey || event.ctrlKey || event.shiftKey) return false;
  return target.closest(CONTROLS) === null && (window.getSelection()?.toString() ?? '') === '';
}
