'use client';

import { useQuery } from '@tanstack/react-query';
import { adminPath, fetchJson } from './fetch-json';
import { queryKeys } from './query-keys';

/** The project's subject roles, from the lowest to the highest. */
export function useSubjectRoles(project: string, enabled = true) {
  return useQuery({
    queryKey: queryKeys.onboarding(project),
    queryFn: ({ signal }) => fetchJson<{ roles: string[] }>(adminPath(project, ['onboarding']), { signal }),
    select: ({ roles }) => roles,
    enabled,
  });
}
