'use client';

import { earliest } from '@/components/shared/windows/earliest';
import { useRereadAtEdges } from '@/components/shared/windows/use-reread-at-edges';
import type { MembershipView } from '@/lib/services/memberships/types';

/** Reads again when the clock passes an instant at which one of the memberships opens or closes. */
export function useEdgesPassed(
  memberships: readonly Pick<MembershipView, 'nextChange'>[] | undefined,
  reread: () => void,
): void {
  const edges = (memberships ?? []).flatMap(({ nextChange }) => (nextChange === null ? [] : Date.parse(nextChange)));
  useRereadAtEdges((now) => earliest(edges.filter((edge) => edge > now)), reread);
}
