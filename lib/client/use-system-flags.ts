'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { SystemFlagView } from '@/lib/services/overrides/types';
import type { Page } from '@/lib/services/page';
import { adminPath, fetchJson } from './fetch-json';
import { queryKeys } from './query-keys';

/** The first flags that a search finds, with what everybody gets of them in an environment. */
export function useSystemFlags(project: string, environment: string, q: string) {
  return useQuery({
    queryKey: [...queryKeys.systemFlags(project, environment), q],
    queryFn: ({ signal }) =>
      fetchJson<Page<SystemFlagView>>(adminPath(project, ['system', 'flags'], { environment, q, limit: 50 }), {
        signal,
      }),
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });
}
