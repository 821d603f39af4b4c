'use client';

import { useQuery } from '@tanstack/react-query';
import type { Page } from '@/lib/services/page';
import type { PlanItem } from '@/lib/services/plans/types';
import { adminPath, fetchJson } from './fetch-json';
import { queryKeys } from './query-keys';

/** The newest plans of a flag that change an environment. */
export function useFlagPlans(project: string, flag: string, environment: string) {
  const { data } = useQuery({
    queryKey: queryKeys.planList(project, { flag, environment }),
    queryFn: ({ signal }) =>
      fetchJson<Page<PlanItem>>(adminPath(project, ['plans'], { flag, environment, limit: 50 }), { signal }),
    staleTime: 10_000,
  });
  // What could not be read is said nothing of: the rest of the page does not depend on it.
  return data?.items ?? [];
}
