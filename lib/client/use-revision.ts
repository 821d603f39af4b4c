'use client';

import { useQuery } from '@tanstack/react-query';
import type { ConfigurationView } from '@/lib/services/configurations/types';
import { adminPath, fetchJson } from './fetch-json';
import { queryKeys } from './query-keys';

/** A configuration as it was at a version, which never changes; null asks for nothing. */
export function useRevision(project: string, flag: string, environment: string, version: number | null) {
  return useQuery({
    queryKey: [...queryKeys.revisions(project, flag, environment), 'at', version],
    queryFn: ({ signal }) =>
      fetchJson<ConfigurationView>(
        adminPath(project, ['flags', flag, 'environments', environment, 'revisions', String(version)]),
        { signal },
      ),
    enabled: version !== null,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
