'use client';

import { useQuery } from '@tanstack/react-query';
import type { Sentence } from '@/lib/changes/sentence';
import type { Instruction } from '@/lib/changes/types';
import { adminPath, fetchJson } from './fetch-json';
import { queryKeys } from './query-keys';

/** What would make a flag in `to` as it is in `from`; without `to`, nothing is asked. */
export function useComparison(project: string, flag: string, from: string, to: string | null) {
  return useQuery({
    queryKey: [...queryKeys.flag(project, flag), 'compare', from, to],
    queryFn: ({ signal }) =>
      fetchJson<{ messages: Sentence[]; instructions: Instruction[] }>(
        adminPath(project, ['flags', flag, 'compare'], { from, to }),
        { signal },
      ),
    enabled: to !== null,
    staleTime: 0,
  });
}
