'use client';

import { useQuery } from '@tanstack/react-query';
import type { TenantView } from '@/lib/services/tenants/types';
import { adminPath, fetchJson } from './fetch-json';
import { queryKeys } from './query-keys';

/** One tenant; nothing while `key` is null. */
export function useTenant(project: string, key: string | null) {
  return useQuery({
    queryKey: [...queryKeys.tenants(project), 'one', key],
    queryFn: ({ signal }) => fetchJson<TenantView>(adminPath(project, ['tenants', key ?? '']), { signal }),
    enabled: key !== null,
    staleTime: 60_000,
  });
}
