'use client';

import { useQuery } from '@tanstack/react-query';
import type { MembershipState, MembershipView } from '@/lib/services/memberships/types';
import type { Page } from '@/lib/services/page';
import { adminPath, fetchJson } from './fetch-json';
import { queryKeys } from './query-keys';

const MOST = 200;

/** A subject's own memberships that are open or still to come, by start. */
export function useSubjectMemberships(project: string, environment: string, subject: string) {
  return useQuery({
    queryKey: queryKeys.subjectMemberships(project, environment, subject),
    queryFn: async ({ signal }) => {
      const read = (state: MembershipState) => {
        const path = adminPath(project, ['subjects', subject, 'memberships'], { environment, state, limit: MOST });
        return fetchJson<Page<MembershipView>>(path, { signal });
      };
      const pages = await Promise.all([read('open'), read('upcoming')]);
      const seen = new Map(pages.flatMap(({ items }) => items).map((item) => [item.id, item]));
      return { items: [...seen.values()], total: pages.reduce((sum, { total = 0 }) => sum + total, 0) };
    },
    staleTime: 10_000,
  });
}
