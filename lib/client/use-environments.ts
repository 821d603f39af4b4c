'use client';

import { useQuery } from '@tanstack/react-query';
import type { EnvironmentView } from '@/lib/services/environments/types';
import type { Page } from '@/lib/services/page';
import { adminPath, fetchJson } from './fetch-json';
import { queryKeys } from './query-keys';

/** A project's environments; none while it is null, or while they are being read. */
export function useEnvironments(project: string | null): readonly EnvironmentView[] {
  const { data } = useQuery({
    queryKey: queryKeys.environments(project ?? ''),
    queryFn: ({ signal }) =>
      fetchJson<Page<EnvironmentView>>(adminPath(project ?? '', ['environments'], { limit: 200 }), { signal }),
    enabled: project !== null,
    staleTime: 10_000,
  });
  return data?.items ?? [];
}
