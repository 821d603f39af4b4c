'use client';

import { useMemo } from 'react';
import { earliest } from '@/components/shared/windows/earliest';
import { openingOf } from '@/lib/schemas/opening-of';
import { useRereadAtEdges } from '@/components/shared/windows/use-reread-at-edges';
import type { Rule } from '@/lib/engine/types';

export interface RereadAtEdgesProps {
  rules: readonly Rule[];
  /** Asks again what a context gets. */
  reread: () => void;
}

/** Where a rule opens or closes, what is tried may get something else. Of its own, since it ticks with the clock. */
export function RereadAtEdges({ rules, reread }: RereadAtEdgesProps) {
  const openings = useMemo(
    () => rules.flatMap(({ enabled, window }) => (enabled && window && openingOf(window)) || []),
    [rules],
  );
  useRereadAtEdges((now) => earliest(openings.map(({ nextAfter }) => nextAfter(now))), reread);
  return null;
}
