'use client';

import { useRef } from 'react';

export interface TableSelection {
  isSelected: (key: string) => boolean;
  /** All, some or none of the loaded rows. */
  all: boolean | 'indeterminate';
  toggleAll: () => void;
  /** With `extend` everything between the last toggled row and this one gets this one's new state. */
  toggle: (index: number, extend: boolean) => void;
}

export interface SelectionOptions<T> {
  rows: readonly T[];
  rowKey: (row: T) => string;
  selection?: ReadonlySet<string>;
  onSelectionChange?: (selection: Set<string>) => void;
}

const NONE: ReadonlySet<string> = new Set();

export function useSelection<T>(options: SelectionOptions<T>): TableSelection | null {
  const { rows, rowKey, selection = NONE, onSelectionChange } = options;
  const anchor = useRef<number | null>(null);
  if (!onSelectionChange) return null;
  const loaded = rows.filter((row) => selection.has(rowKey(row))).length;
  const all = loaded === 0 ? false : loaded === rows.length ? true : 'indeterminate';
  return {
    isSelected: (key) => selection.has(key),
    all,
    toggleAll: () => onSelectionChange(all === true ? new Set() : new Set([...selection, ...rows.map(rowKey)])),
    toggle: (index, extend) => {
      const from = extend && anchor.current !== null ? anchor.current : index;
      anchor.current = index;
      onSelectionChange(withRange(options, selection, from, index));
    },
  };
}

function withRange<T>(
  { rows, rowKey }: SelectionOptions<T>,
  selection: ReadonlySet<string>,
  from: number,
  to: number,
): Set<string> {
  const next = new Set(selection);
  const clicked = rows[to];
  const add = clicked !== undefined && !selection.has(rowKey(clicked));
  for (const row of rows.slice(Math.min(from, to), Math.max(from, to) + 1)) {
    if (add) next.add(rowKey(row));
    else next.delete(rowKey(row));
  }
  return next;
}
