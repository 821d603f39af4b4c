'use client';

import { useQuery } from '@tanstack/react-query';
import type { PlanView } from '@/lib/services/plans/types';
import { adminPath, fetchJson } from './fetch-json';
import { queryKeys } from './query-keys';

const EVERY_MS = 15_000;

/** One plan; read again while the clock moves it on. */
export function usePlan(project: string, initial: PlanView) {
  const { data } = useQuery({
    queryKey: queryKeys.plan(project, initial.id),
    queryFn: ({ signal }) => fetchJson<PlanView>(adminPath(project, ['plans', initial.id]), { signal }),
    initialData: initial,
    staleTime: 5_000,
    refetchInterval: ({ state }) =>
      state.data?.status === 'running' || state.data?.status === 'holding' ? EVERY_MS : false,
  });
  // What was read before somebody changed it on another page is older than what that page led to.
  return data.version >= initial.version ? data : initial;
}
