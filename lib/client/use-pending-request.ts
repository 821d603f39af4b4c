'use client';

import { useQuery } from '@tanstack/react-query';
import { useParams } from 'next/navigation';
import type { ChangeRequestItem } from '@/lib/services/approvals/types';
import type { Page } from '@/lib/services/page';
import { adminPath, fetchJson } from './fetch-json';
import { queryKeys } from './query-keys';

const STALE_MS = 15_000;

/** The number of the newest open change request of a flag in an environment that wants approvals; null without one. */
export function usePendingRequest(
  flag: string,
  environment: { key: string; requiredApprovals: number },
): number | null {
  const { project } = useParams();
  const key = typeof project === 'string' ? project : '';
  // One query for the whole list: each switch looks for its own in what it answers.
  const { data } = useQuery({
    queryKey: [...queryKeys.requests(key), 'pending'],
    queryFn: ({ signal }) =>
      fetchJson<Page<ChangeRequestItem>>(adminPath(key, ['change-requests'], { state: 'open', limit: 200 }), {
        signal,
      }),
    enabled: key !== '' && environment.requiredApprovals > 0,
    staleTime: STALE_MS,
    select: ({ items }) =>
      items.find(({ flags, environments }) => flags.includes(flag) && environments.includes(environment.key))?.number,
  });
  return data ?? null;
}
