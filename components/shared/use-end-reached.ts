'use client';

import { useEffect, useRef } from 'react';

/** Rows that remain below the last rendered one when the next page is asked for: about two screens. */
const AHEAD = 60;

export interface EndReachedOptions {
  rows: readonly unknown[];
  total: number;
  lastIndex: number;
  isLoadingMore?: boolean;
  hasLoadError?: boolean;
  onEndReached?: () => void;
}

/** Asks once for each number of loaded rows, so that a slow page is not asked for again on every scroll. */
export function useEndReached({
  rows,
  total,
  lastIndex,
  isLoadingMore,
  hasLoadError,
  onEndReached,
}: EndReachedOptions) {
  const askedAt = useRef(-1);
  const loaded = rows.length;
  useEffect(() => {
    if (!onEndReached || isLoadingMore || hasLoadError || loaded >= total) return;
    if (loaded - lastIndex > AHEAD || askedAt.current === loaded) return;
    askedAt.current = loaded;
    onEndReached();
  }, [loaded, total, lastIndex, isLoadingMore, hasLoadError, onEndReached]);
}
