'use client';

import { useQuery } from '@tanstack/react-query';
import type { OverrideView } from '@/lib/services/overrides/types';
import type { Page } from '@/lib/services/page';
import { adminPath, fetchJson } from './fetch-json';
import { queryKeys } from './query-keys';

/** The first tenants that override a flag in an environment, and how many there are. */
export function useFlagOverrides(project: string, flag: string, environment: string, limit: number) {
  return useQuery({
    queryKey: [...queryKeys.overridesOfFlag(project, flag, environment), limit],
    queryFn: ({ signal }) =>
      fetchJson<Page<OverrideView>>(adminPath(project, ['overrides'], { flag, environment, limit }), { signal }),
    staleTime: 10_000,
  });
}
