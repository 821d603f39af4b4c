'use client';

import { useQueryClient } from '@tanstack/react-query';
import { setManyOverrides } from '@/lib/actions/overrides';
import type { ManyOverridesView } from '@/lib/services/overrides/types';
import { queryKeys } from './query-keys';
import { useAction } from './use-action';
import type { ManyOverrides } from './use-override-preview';

/** Sets one variant of a flag for many tenants. */
export function useSetOverrides(project: string) {
  const client = useQueryClient();
  return useAction<ManyOverridesView, ManyOverrides & { comment?: string }>(
    (input) => setManyOverrides(project, input),
    { onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.overrides(project) }) },
  );
}
