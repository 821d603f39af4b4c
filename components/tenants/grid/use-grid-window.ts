'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import type { RefObject } from 'react';
import { BREAKPOINTS } from '@/components/shared/data-table-types';
import { useElementWidth } from '@/components/shared/use-element-width';
import { type GridFilter, type GridPlace, useGridTiles } from '@/lib/client/use-override-grid';
import { COLUMN, FIRST_NARROW, FIRST_WIDE, HEAD, ROW } from './grid-sizes';
import type { GridPosition } from './use-grid-keys';

const OVERSCAN = { rows: 8, columns: 3 };

export interface GridWindowOptions {
  place: GridPlace;
  filter: GridFilter;
  tenantTotal: number;
  flagTotal: number;
  scroller: RefObject<HTMLElement | null>;
}

/** Which rows and columns are on the screen, in both directions, and what is known of them. */
export function useGridWindow({ place, filter, tenantTotal, flagTotal, scroller }: GridWindowOptions) {
  const width = useElementWidth(scroller);
  const first = width !== null && width < BREAKPOINTS.md ? FIRST_NARROW : FIRST_WIDE;
  const vertical = useVirtualizer({
    count: tenantTotal,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: OVERSCAN.rows,
    scrollPaddingStart: HEAD,
  });
  const horizontal = useVirtualizer({
    horizontal: true,
    count: flagTotal,
    getScrollElement: () => scroller.current,
    estimateSize: () => COLUMN,
    overscan: OVERSCAN.columns,
    paddingStart: first,
    scrollPaddingStart: first,
  });
  const rows = vertical.getVirtualItems();
  const columns = horizontal.getVirtualItems();
  const data = useGridTiles(place, filter, {
    rows: [rows[0]?.index ?? 0, rows.at(-1)?.index ?? 0],
    columns: [columns[0]?.index ?? 0, columns.at(-1)?.index ?? 0],
  });
  /** What takes part in tabbing: a cell that has been scrolled away cannot, so the first one shown stands in for it. */
  const tabStopFor = ({ row, column }: GridPosition): GridPosition => ({
    row: rows.some(({ index }) => index === row) ? row : (rows[0]?.index ?? 0),
    column: column < 0 || columns.some(({ index }) => index === column) ? column : (columns[0]?.index ?? 0),
  });
  const scrollTo = ({ row, column }: GridPosition): void => {
    vertical.scrollToIndex(row);
    if (column >= 0) horizontal.scrollToIndex(column);
  };
  const size = { width: horizontal.getTotalSize(), height: HEAD + vertical.getTotalSize() };
  return { first, rows, columns, data, size, tabStopFor, scrollTo };
}
