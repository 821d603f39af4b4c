'use client';

import { useQuery } from '@tanstack/react-query';
import type { ManyOverridesView } from '@/lib/services/overrides/types';
import { type BulkOverride, bulkBody } from './bulk-override';
import { adminPath, fetchJson } from './fetch-json';
import { queryKeys } from './query-keys';

export interface ManyOverrides {
  flag: string;
  environment: string;
  tenants: readonly string[];
  variant: string;
}

const isOfSameFlag = (a: BulkOverride | null | undefined, b: BulkOverride | null): boolean =>
  a != null && a.flag === b?.flag && a.variant === b.variant && a.tenants === b.tenants;

/** What setting one variant for many tenants would change; null asks nothing. */
export function useOverridePreview(project: string, asked: BulkOverride | null) {
  return useQuery({
    queryKey: [...queryKeys.overrides(project), 'preview', asked] as const,
    queryFn: ({ signal }) =>
      fetchJson<ManyOverridesView>(adminPath(project, ['overrides', 'bulk']), {
        signal,
        body: asked && { ...bulkBody(asked), dryRun: true },
      }),
    enabled: asked !== null,
    // While a note is typed the list stays where it is.
    placeholderData: (before, query) => (isOfSameFlag(query?.queryKey[3], asked) ? before : undefined),
    gcTime: 0,
    staleTime: 0,
    retry: false,
  });
}
