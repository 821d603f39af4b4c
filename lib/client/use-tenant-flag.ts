'use client';

import { useQuery } from '@tanstack/react-query';
import type { TenantFlagView } from '@/lib/services/overrides/types';
import { adminPath, fetchJson } from './fetch-json';
import { queryKeys } from './query-keys';

/** What one flag gives a tenant in an environment. */
export function useTenantFlag(at: { project: string; tenant: string; environment: string }, flag: string) {
  const { project, tenant, environment } = at;
  return useQuery({
    queryKey: [...queryKeys.tenantFlags(project, tenant, environment), 'one', flag],
    queryFn: ({ signal }) =>
      fetchJson<TenantFlagView>(adminPath(project, ['tenants', tenant, 'flags', flag], { environment }), { signal }),
    retry: false,
  });
}
