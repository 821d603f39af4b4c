'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useCallback } from 'react';
import type { ConfigurationView } from '@/lib/services/configurations/types';
import { queryKeys } from './query-keys';

/** Where a configuration stands. */
export interface ConfigurationPlace {
  project: string;
  flag: string;
  environment: string;
}

/** What follows every write to a configuration: what is stored now is shown everywhere, history and lists read again. */
export function useAfterWrite({ project, flag, environment }: ConfigurationPlace): (view: ConfigurationView) => void {
  const client = useQueryClient();
  const router = useRouter();
  return useCallback(
    (view) => {
      client.setQueryData(queryKeys.configuration(project, flag, environment), view);
      void client.invalidateQueries({ queryKey: queryKeys.revisions(project, flag, environment) });
      void client.invalidateQueries({ queryKey: [...queryKeys.flags(project), 'list'] });
      void client.invalidateQueries({ queryKey: [...queryKeys.flag(project, flag), 'compare'] });
      // The header's states, and tabs that were fetched ahead, come from the server.
      router.refresh();
    },
    [client, router, project, flag, environment],
  );
}
