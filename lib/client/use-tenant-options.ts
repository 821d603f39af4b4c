'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Page } from '@/lib/services/page';
import type { TenantListItem } from '@/lib/services/tenants/types';
import { adminPath, fetchJson } from './fetch-json';
import { queryKeys } from './query-keys';

/** The first tenants that a search finds, for choosing some. */
export function useTenantOptions(project: string, q: string, enabled = true) {
  return useQuery({
    queryKey: [...queryKeys.tenants(project), 'choose', q],
    queryFn: ({ signal }) =>
      fetchJson<Page<TenantListItem>>(adminPath(project, ['tenants'], { limit: 50, q }), { signal }),
    placeholderData: keepPreviousData,
    enabled,
  });
}
