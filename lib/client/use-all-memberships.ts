'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { MembershipCounts, MembershipState, MembershipView } from '@/lib/services/memberships/types';
import type { Page } from '@/lib/services/page';
import { adminPath, fetchJson } from './fetch-json';
import { queryKeys } from './query-keys';
import { usePages } from './use-pages';

export interface MembershipFilter {
  flag: string | null;
  state: MembershipState | null;
  q: string;
}

interface Place {
  project: string;
  environment: string;
}

/** The memberships of an environment, flag by flag, page after page. */
export function useAllMemberships(
  { project, environment }: Place,
  filter: MembershipFilter,
  initial?: Page<MembershipView>,
) {
  return usePages<MembershipView>({
    project,
    queryKey: [...queryKeys.memberships(project), 'list', environment, filter],
    segments: ['memberships'],
    query: { environment, ...filter },
    initial,
  });
}

/** How many there are by where now lies, and members of groups; of one flag, if it is named. */
export function useEnvironmentCounts({ project, environment }: Place, flag: string | null, initial?: MembershipCounts) {
  return useQuery({
    queryKey: [...queryKeys.memberships(project), 'counts', environment, flag],
    queryFn: ({ signal }) =>
      fetchJson<MembershipCounts>(adminPath(project, ['memberships', 'counts'], { environment, flag }), { signal }),
    initialData: initial,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });
}
