'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { PlanCreateInput } from '@/lib/schemas/plan';
import type { PlanPreview } from '@/lib/services/plans/types';
import { adminPath, fetchJson } from './fetch-json';
import { queryKeys } from './query-keys';

/** What a plan would do, had it been started now; null asks nothing. */
export function usePlanPreview(project: string, body: PlanCreateInput | null) {
  return useQuery({
    queryKey: [...queryKeys.plans(project), 'preview', body] as const,
    queryFn: ({ signal }) => fetchJson<PlanPreview>(adminPath(project, ['plans', 'preview']), { signal, body }),
    enabled: body !== null,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
    gcTime: 60_000,
    retry: false,
  });
}
