'use client';

import { useEffect, useRef } from 'react';
import { useNowAtEdges } from '../now-provider';

/** Reads again whenever the clock passes the instant that was next, and what was read may be another. */
export function useRereadAtEdges(nextAfter: (now: number) => number | null, reread: () => void): void {
  const now = useNowAtEdges(nextAfter);
  const next = nextAfter(now);
  const awaited = useRef(next);
  useEffect(() => {
    const before = awaited.current;
    awaited.current = next;
    if (before !== null && before <= now && before !== next) reread();
  }, [now, next, reread]);
}
