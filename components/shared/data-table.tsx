'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { useTranslations } from 'next-intl';
import { useMemo, useRef } from 'react';
import { cn } from '@/components/ui/cn';
import { DataTableFoot } from './data-table-foot';
import { DataTableHead } from './data-table-head';
import { DataTableRow } from './data-table-row';
import { BREAKPOINTS, type Column, type DataTableProps, widthFrom } from './data-table-types';
import { EmptyState } from './empty-state';
import { useElementWidth } from './use-element-width';
import { useEndReached } from './use-end-reached';
import { useRowKeys } from './use-row-keys';
import { useSelection } from './use-selection';

const HEAD_HEIGHT = 36;
const MIN_HEIGHT = 192;
const OVERSCAN = 24;
/** What the server takes a table to be wide: that of a laptop. */
const USUAL_WIDTH = 1180;

/**
 * Virtual rows over server-paged data. Put it in a flex column of bounded height: it grows with its rows up to the
 * space there is and scrolls inside; without such a parent it stops at the window's height.
 */
export function DataTable<T>(props: DataTableProps<T>) {
  const { label, rows, rowKey, rowHeight = 40, narrowRowHeight = 64, narrow, className } = props;
  const t = useTranslations('common');
  const scroller = useRef<HTMLDivElement>(null);
  const width = useElementWidth(scroller);
  const isNarrow = narrow !== undefined && width !== null && width < BREAKPOINTS.sm;
  const columns = useVisibleColumns(props.columns, width);
  const total = Math.max(props.total ?? rows.length, rows.length);
  const height = isNarrow ? narrowRowHeight : rowHeight;

  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    getItemKey: (index) => keyAt(rows, rowKey, index),
    overscan: OVERSCAN,
    scrollPaddingStart: HEAD_HEIGHT,
    // The server renders a first screen, so that rows are there before scripts are.
    initialRect: { width: 1024, height: 720 },
    isScrollingResetDelay: 100,
  });
  const items = virtualizer.getVirtualItems();
  useEndReached({ ...props, total, lastIndex: items.at(-1)?.index ?? -1 });
  const keys = useRowKeys({ ...props, scroller, scrollTo: (index) => virtualizer.scrollToIndex(index) });
  const selection = useSelection(props);
  const template = isNarrow ? 'minmax(0, 1fr)' : columns.map((column) => column.track).join(' ');
  const tracks = selection ? `1rem ${template}` : template;
  const tabStop = items.some((item) => item.index === keys.active) ? keys.active : (items[0]?.index ?? 0);

  return (
    <div
      ref={scroller}
      className={cn(
        'relative max-h-[calc(100dvh-8rem)] shrink overflow-auto overscroll-contain rounded-lg border bg-card',
        className,
      )}
      // Where the page has no room left it shrinks, but never beyond use.
      style={{
        minHeight: rows.length > 0 ? Math.min(MIN_HEIGHT, HEAD_HEIGHT + virtualizer.getTotalSize() + 2) : MIN_HEIGHT,
      }}
      onKeyDown={keys.onKeyDown}
    >
      <div
        role="table"
        aria-label={label}
        aria-rowcount={total + 1}
        aria-colcount={(isNarrow ? 1 : columns.length) + (selection ? 1 : 0)}
        aria-busy={props.isLoadingMore}
        className="w-full min-w-min"
      >
        <DataTableHead
          columns={isNarrow ? [] : columns}
          narrowLabel={label}
          tracks={tracks}
          sort={props.sort}
          onSortChange={props.onSortChange}
          selection={selection}
          height={HEAD_HEIGHT}
        />
        <div role="rowgroup" className="relative w-full" style={{ height: virtualizer.getTotalSize() }}>
          {items.map((item) => {
            const row = rows[item.index];
            return row === undefined ? null : (
              <DataTableRow
                key={item.key}
                row={row}
                index={item.index}
                offset={item.start}
                height={height}
                tracks={tracks}
                columns={columns}
                narrow={isNarrow ? narrow : undefined}
                isTabStop={item.index === tabStop}
                isLast={item.index === total - 1}
                onFocus={keys.setActive}
                onOpen={props.onOpen}
                selection={selection}
                rowKey={rowKey}
                rowLabel={props.rowLabel ?? rowKey}
              />
            );
          })}
        </div>
      </div>
      {rows.length === 0 && !props.isLoadingMore && (props.empty ?? <EmptyState title={t('table.empty')} />)}
      <DataTableFoot {...props} hasMore={rows.length < total} />
    </div>
  );
}

function keyAt<T>(rows: readonly T[], rowKey: (row: T) => string, index: number): string | number {
  const row = rows[index];
  return row === undefined ? index : rowKey(row);
}

function useVisibleColumns<T>(columns: readonly Column<T>[], width: number | null): readonly Column<T>[] {
  return useMemo(() => columns.filter((column) => (width ?? USUAL_WIDTH) >= widthFrom(column)), [columns, width]);
}
