'use client';

import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { useShortcut } from './use-shortcut';

export interface RowKeysOptions<T> {
  rows: readonly T[];
  rowKey: (row: T) => string;
  scroller: RefObject<HTMLElement | null>;
  scrollTo: (index: number) => void;
  onOpen?: (row: T) => void;
  onEdit?: (row: T) => void;
  selection?: ReadonlySet<string>;
  onSelectionChange?: (selection: Set<string>) => void;
}

/** j and k move from anywhere on the page; arrows, Home and End within the table; Enter, e and x act on the row. */
export function useRowKeys<T>(options: RowKeysOptions<T>) {
  const { rows, scroller, scrollTo } = options;
  const [active, setActive] = useState(-1);
  const wantsFocus = useRef(false);
  useEffect(() => {
    if (!wantsFocus.current) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${active}"]`);
    if (!row) return;
    wantsFocus.current = false;
    row.focus({ preventScroll: true });
  });

  const moveTo = (index: number) => {
    if (rows.length === 0) return;
    const next = Math.min(rows.length - 1, Math.max(0, index));
    wantsFocus.current = true;
    scrollTo(next);
    setActive(next);
  };
  const onActive = (act: (row: T) => void) => () => {
    const row = rows[active];
    const isOnRow = scroller.current?.contains(document.activeElement) ?? false;
    if (row !== undefined && isOnRow) act(row);
  };
  useShortcut('j', () => moveTo(active + 1));
  useShortcut('k', () => moveTo(active - 1));
  useShortcut(
    'e',
    onActive((row) => options.onEdit?.(row)),
    options.onEdit !== undefined,
  );
  useShortcut(
    'x',
    onActive((row) => toggle(options, row)),
    options.onSelectionChange !== undefined,
  );

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (!(event.target instanceof HTMLElement) || event.target.dataset.index === undefined) return;
    const row = rows[active];
    if (event.key === 'Enter' && row !== undefined && options.onOpen) return act(event, () => options.onOpen?.(row));
    const target = targetOf(event.key, active, rows.length);
    if (target !== null) act(event, () => moveTo(target));
  };
  return { active, setActive, onKeyDown };
}

function act(event: KeyboardEvent, run: () => void): void {
  event.preventDefault();
  run();
}

function targetOf(key: string, active: number, count: number): number | null {
  if (key === 'ArrowDown') return active + 1;
  if (key === 'ArrowUp') return active - 1;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}

function toggle<T>({ rowKey, selection, onSelectionChange }: RowKeysOptions<T>, row: T): void {
  const next = new Set(selection);
  const key = rowKey(row);
  if (!next.delete(key)) next.add(key);
  onSelectionChange?.(next);
}
