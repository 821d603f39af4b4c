'use client';

import { useQuery } from '@tanstack/react-query';
import type { ManyOverridesView } from '@/lib/services/overrides/types';
import { adminPath, fetchJson } from './fetch-json';
import { queryKeys } from './query-keys';

export interface ManyOverrides {
  flag: string;
  environment: string;
  tenants: readonly string[];
  variant: string;
}

/** What setting one variant for many tenants would change; null asks nothing. */
export function useOverridePreview(project: string, asked: ManyOverrides | null) {
  return useQuery({
    queryKey: [...queryKeys.overrides(project), 'preview', asked],
    queryFn: ({ signal }) =>
      fetchJson<ManyOverridesView>(adminPath(project, ['overrides', 'bulk']), {
        signal,
        body: { ...asked, dryRun: true },
      }),
    enabled: asked !== null,
    gcTime: 0,
    staleTime: 0,
    retry: false,
  });
}
