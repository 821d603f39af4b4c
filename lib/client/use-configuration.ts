'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ConfigurationView } from '@/lib/services/configurations/types';
import { adminPath, fetchJson } from './fetch-json';
import { queryKeys } from './query-keys';

/** A flag's configuration in an environment; `initial` is what the page was rendered with. */
export function useConfiguration(
  project: string,
  flag: string,
  environment: string,
  { initial, enabled = true }: { initial?: ConfigurationView; enabled?: boolean } = {},
) {
  const client = useQueryClient();
  const key = queryKeys.configuration(project, flag, environment);
  const query = useQuery({
    queryKey: key,
    queryFn: ({ signal }) =>
      fetchJson<ConfigurationView>(adminPath(project, ['flags', flag, 'environments', environment]), { signal }),
    initialData: initial,
    enabled,
  });
  // The page may have been rendered again with something newer than what was kept.
  useEffect(() => {
    if (!initial) return;
    client.setQueryData<ConfigurationView>(queryKeys.configuration(project, flag, environment), (kept) =>
      kept && kept.version >= initial.version ? kept : initial,
    );
  }, [client, project, flag, environment, initial]);
  return query;
}
