'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Page } from '@/lib/services/page';
import type { TenantListItem } from '@/lib/services/tenants/types';
import { adminPath, fetchJson } from './fetch-json';
import { queryKeys } from './query-keys';

export interface TenantSearch {
  q?: string;
  /** Counts overrides of this environment; of all without it. */
  environment?: string;
  withOverrides?: boolean;
  /** Those with the most overrides first; by key without it. */
  sort?: 'overrides';
  limit: number;
}

/** The first tenants that a search finds, and how many there are. */
export function useTenants(project: string, search: TenantSearch, enabled = true) {
  const { q, environment, withOverrides, sort, limit } = search;
  const query = { q, environment, withOverrides: withOverrides ? 'true' : undefined, sort, limit };
  return useQuery({
    queryKey: [...queryKeys.tenantsByOverrides(project), query],
    queryFn: ({ signal }) => fetchJson<Page<TenantListItem>>(adminPath(project, ['tenants'], query), { signal }),
    enabled,
    staleTime: 10_000,
    placeholderData: keepPreviousData,
  });
}
