'use client';

import { useQuery } from '@tanstack/react-query';
import type { MembershipState, MembershipView } from '@/lib/services/memberships/types';
import type { Page } from '@/lib/services/page';
import { adminPath, fetchJson } from './fetch-json';
import { queryKeys } from './query-keys';

/** How many memberships of a flag are open in an environment, and how many are still to come. */
export function useMembershipCounts(project: string, flag: string, environment: string) {
  return useQuery({
    queryKey: [...queryKeys.flagMemberships(project, flag, environment), 'counts'],
    queryFn: async ({ signal }) => {
      const count = async (state: MembershipState): Promise<number> => {
        const path = adminPath(project, ['flags', flag, 'memberships'], { environment, state, limit: 1 });
        return (await fetchJson<Page<MembershipView>>(path, { signal })).total ?? 0;
      };
      const [open, upcoming] = await Promise.all([count('open'), count('upcoming')]);
      return { open, upcoming };
    },
    staleTime: 10_000,
  });
}
