'use client';

import { useEffect, useRef } from 'react';
import { useNowAtEdges } from '@/components/shared/now-provider';
import type { MembershipView } from '@/lib/services/memberships/types';

/** Reads again when the clock passes an instant at which one of the memberships opens or closes. */
export function useEdgesPassed(
  memberships: readonly Pick<MembershipView, 'nextChange'>[] | undefined,
  reread: () => void,
): void {
  const edges = (memberships ?? []).flatMap(({ nextChange }) => (nextChange === null ? [] : Date.parse(nextChange)));
  const nextAfter = (now: number): number | null => {
    const next = Math.min(...edges.filter((edge) => edge > now));
    return Number.isFinite(next) ? next : null;
  };
  const now = useNowAtEdges(nextAfter);
  const passed = Math.max(0, ...edges.filter((edge) => edge <= now));
  const answered = useRef(passed);
  useEffect(() => {
    if (passed <= answered.current) return;
    answered.current = passed;
    reread();
  }, [passed, reread]);
}
