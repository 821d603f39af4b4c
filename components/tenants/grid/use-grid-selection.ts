'use client';

import { useCallback, useState } from 'react';
import { type GridData, type GridFilter, type GridPlace, readTenantKeys } from '@/lib/client/use-override-grid';

/** The tenants that are selected, by key; they stay selected while others are looked for. */
export function useGridSelection(place: GridPlace, filter: GridFilter, data: GridData, total: number) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const onToggle = useCallback(
    (row: number): void => {
      const key = data.tenants.get(row)?.key;
      if (key === undefined) return;
      setSelected((before) => {
        const next = new Set(before);
        if (!next.delete(key)) next.add(key);
        return next;
      });
    },
    [data],
  );
  const clear = useCallback(() => setSelected(new Set()), []);
  const onToggleAll = (): void => {
    if (selected.size > 0) return clear();
    void readTenantKeys(place, filter)
      .then((keys) => setSelected(new Set(keys)))
      .catch(() => undefined);
  };
  const all: boolean | 'indeterminate' = selected.size === 0 ? false : selected.size >= total ? true : 'indeterminate';
  return { selected, onToggle, onToggleAll, all, clear };
}
