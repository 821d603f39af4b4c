'use client';

import { useQuery } from '@tanstack/react-query';
import type { AnalyticsView } from '@/lib/services/analytics/types';
import { adminPath, fetchJson } from './fetch-json';
import { queryKeys } from './query-keys';

export interface AnalyticsFilter {
  environment: string;
  /** RFC 3339; `to` is now unless given. */
  from: string;
  to?: string;
  bucket: 'hour' | 'day';
}

/** Evaluations of a flag; `name` stands for the period where the instants themselves move with the clock. */
export function useAnalytics(
  project: string,
  flag: string,
  name: object,
  filterOf: () => AnalyticsFilter,
  options: { initial?: AnalyticsView; refetchMs?: number; enabled?: boolean } = {},
) {
  return useQuery({
    queryKey: queryKeys.analytics(project, flag, name),
    queryFn: ({ signal }) => {
      const { environment, ...period } = filterOf();
      return fetchJson<AnalyticsView>(adminPath(project, ['flags', flag, 'analytics'], { environment, ...period }), {
        signal,
      });
    },
    initialData: options.initial,
    placeholderData: (previous) => previous,
    staleTime: 30_000,
    refetchInterval: options.refetchMs,
    enabled: options.enabled,
  });
}
