'use client';

import type { Page } from '@/lib/services/page';
import type { TenantFlagView } from '@/lib/services/overrides/types';
import { queryKeys } from './query-keys';
import { usePages } from './use-pages';

export interface InitialTenantFlags {
  q: string;
  page: Page<TenantFlagView>;
}

export interface TenantFlagFilter {
  q: string;
  /** Only flags with an override. */
  overridden: boolean;
}

/** What a tenant's flags give it in one environment, loaded as one scrolls; `initial` is unfiltered by overrides. */
export function useTenantFlags(
  at: { project: string; tenant: string; environment: string },
  { q, overridden }: TenantFlagFilter,
  initial?: InitialTenantFlags,
) {
  const { project, tenant, environment } = at;
  return usePages<TenantFlagView>({
    project,
    queryKey: [...queryKeys.tenantFlags(project, tenant, environment), q, overridden],
    segments: ['tenants', tenant, 'flags'],
    query: { environment, q, overridden: overridden ? 'true' : null },
    initial: initial?.q === q && !overridden ? initial.page : undefined,
  });
}
