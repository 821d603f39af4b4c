'use client';

import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';

/** A place in the grid; column -1 is the tenant itself. */
export interface GridPosition {
  row: number;
  column: number;
}

export interface GridKeysOptions {
  rows: number;
  columns: number;
  /** Rows that a page key moves by. */
  page: number;
  scroller: RefObject<HTMLElement | null>;
  scrollTo: (position: GridPosition) => void;
  onOpen: (position: GridPosition) => void;
  onToggle: (row: number) => void;
}

/** The place that a cell's `data-cell` names; null for what is no cell. */
export function readPosition(text: string | undefined): GridPosition | null {
  const [row, column] = text?.split('.').map(Number) ?? [];
  return row === undefined || column === undefined ? null : { row, column };
}

/** What a key asks for, from where one is; null for keys that mean nothing here. */
export function moved(
  { row, column }: GridPosition,
  { key, ctrlKey }: { key: string; ctrlKey: boolean },
  { rows, columns, page }: Pick<GridKeysOptions, 'rows' | 'columns' | 'page'>,
): GridPosition | null {
  const last = { row: rows - 1, column: columns - 1 };
  const moves: Record<string, GridPosition> = {
    ArrowDown: { row: row + 1, column },
    ArrowUp: { row: row - 1, column },
    ArrowRight: { row, column: column + 1 },
    ArrowLeft: { row, column: column - 1 },
    PageDown: { row: row + page, column },
    PageUp: { row: row - page, column },
    Home: { row: ctrlKey ? 0 : row, column: -1 },
    End: { row: ctrlKey ? last.row : row, column: last.column },
  };
  const asked = Object.hasOwn(moves, key) ? moves[key] : undefined;
  if (!asked) return null;
  const within = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value));
  return { row: within(asked.row, 0, last.row), column: within(asked.column, -1, last.column) };
}

/** One cell takes part in tabbing; arrows, Home, End and page keys move it, Enter opens, Space selects. */
export function useGridKeys(options: GridKeysOptions) {
  const { scroller, scrollTo } = options;
  const [active, setActive] = useState<GridPosition>({ row: 0, column: 0 });
  const wantsFocus = useRef(false);
  const focusActive = (): void => {
    const cell = scroller.current?.querySelector<HTMLElement>(`[data-cell="${active.row}.${active.column}"]`);
    if (!cell) return;
    wantsFocus.current = false;
    cell.focus({ preventScroll: true });
  };
  useEffect(() => {
    if (wantsFocus.current) focusActive();
  });
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const at = event.target instanceof HTMLElement ? readPosition(event.target.dataset.cell) : null;
    if (!at || event.altKey || event.metaKey || options.rows === 0) return;
    const next = moved(at, event, options);
    if (next) {
      event.preventDefault();
      wantsFocus.current = true;
      scrollTo(next);
      setActive(next);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      setActive(at);
      options.onOpen(at);
    } else if (event.key === ' ') {
      event.preventDefault();
      options.onToggle(at.row);
    }
  };
  return { active, setActive, onKeyDown, focusActive };
}
