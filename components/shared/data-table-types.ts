import type { ReactNode } from 'react';

/** Least width of the table, not of the window, for a column to be shown. */
export const BREAKPOINTS = { sm: 480, md: 720, lg: 960, xl: 1200 } as const;
export type Breakpoint = keyof typeof BREAKPOINTS;

export interface Column<T> {
  id: string;
  header: ReactNode;
  /** The column's name in words, when `header` is not text. */
  label?: string;
  cell: (row: T) => ReactNode;
  /** A CSS grid track that does not depend on content: `7rem`, `minmax(12rem, 2fr)`. Every row is its own grid. */
  track: string;
  sortable?: boolean;
  align?: 'start' | 'center' | 'end';
  /** Hidden while the table is narrower: a named width, or pixels. */
  from?: Breakpoint | number;
}

/** The least width at which a column is shown, in pixels. */
export const widthFrom = ({ from }: Pick<Column<never>, 'from'>): number =>
  typeof from === 'string' ? BREAKPOINTS[from] : (from ?? 0);

export interface Sort {
  id: string;
  direction: 'asc' | 'desc';
}

export interface DataTableProps<T> {
  /** The table's accessible name. */
  label: string;
  columns: readonly Column<T>[];
  /** What has been loaded so far, in order. */
  rows: readonly T[];
  /** How many there are on the server; more than `rows` means that more can be loaded. */
  total?: number;
  rowKey: (row: T) => string;
  /** A row in words, for its checkbox. The key unless given. */
  rowLabel?: (row: T) => string;
  rowHeight?: number;
  sort?: Sort | null;
  onSortChange?: (sort: Sort) => void;
  /** The end of the loaded rows is near. Called once for each number of rows. */
  onEndReached?: () => void;
  isLoadingMore?: boolean;
  /** The last `onEndReached` failed: a line offers to try again. */
  hasLoadError?: boolean;
  /** Enter, or a click outside of the row's own controls. */
  onOpen?: (row: T) => void;
  /** The `e` key. */
  onEdit?: (row: T) => void;
  /** Keys of the selected rows; without `onSelectionChange` there are no checkboxes. */
  selection?: ReadonlySet<string>;
  onSelectionChange?: (selection: Set<string>) => void;
  /** What a row shows, in place of its cells, while the table is narrower than `sm`. */
  narrow?: (row: T) => ReactNode;
  narrowRowHeight?: number;
  /** Shown under the head when there are no rows. */
  empty?: ReactNode;
  className?: string;
}
