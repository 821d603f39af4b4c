'use client';

import { useQuery } from '@tanstack/react-query';
import type { MembershipState, MembershipView } from '@/lib/services/memberships/types';
import type { Page } from '@/lib/services/page';
import { adminPath, fetchJson } from './fetch-json';
import { queryKeys } from './query-keys';

/** As many as are shown at once. */
const SHOWN = 5;

/** How many memberships of a flag are running in an environment and how many are still to come, and the first of them. */
export function useFlagMemberships(project: string, flag: string, environment: string) {
  return useQuery({
    queryKey: [...queryKeys.flagMemberships(project, flag, environment), 'first'],
    queryFn: async ({ signal }) => {
      const read = (state: MembershipState) => {
        const path = adminPath(project, ['flags', flag, 'memberships'], { environment, state, limit: SHOWN });
        return fetchJson<Page<MembershipView>>(path, { signal });
      };
      const [open, upcoming] = await Promise.all([read('open'), read('upcoming')]);
      const items = [...open.items, ...upcoming.items].slice(0, SHOWN);
      return { open: open.total ?? 0, upcoming: upcoming.total ?? 0, items };
    },
    staleTime: 10_000,
  });
}
