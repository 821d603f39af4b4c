'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { FunnelView } from '@/lib/services/onboarding/types';
import { adminPath, fetchJson } from './fetch-json';
import { queryKeys } from './query-keys';

/** How far subjects got; stuck are those in one stage for longer than `days`. */
export function useFunnel(project: string, environment: string, days: number, initial?: FunnelView) {
  return useQuery({
    queryKey: queryKeys.funnel(project, environment, days),
    queryFn: ({ signal }) =>
      fetchJson<FunnelView>(adminPath(project, ['onboarding', 'funnel'], { environment, days }), { signal }),
    initialData: initial?.days === days ? initial : undefined,
    placeholderData: keepPreviousData,
  });
}
