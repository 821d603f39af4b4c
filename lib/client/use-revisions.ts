'use client';

import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query';
import type { Page } from '@/lib/services/page';
import type { RevisionView } from '@/lib/services/configurations/types';
import { adminPath, fetchJson } from './fetch-json';
import { queryKeys } from './query-keys';

const PAGE = 25;

/** Reads one page of a configuration's revisions, newest first. */
export const fetchRevisions = (
  project: string,
  flag: string,
  environment: string,
  { cursor, limit = PAGE, signal }: { cursor?: string | null; limit?: number; signal?: AbortSignal } = {},
): Promise<Page<RevisionView>> =>
  fetchJson(adminPath(project, ['flags', flag, 'environments', environment, 'revisions'], { limit, cursor }), {
    signal,
  });

/** A configuration's revisions, newest first, page by page. */
export function useRevisions(project: string, flag: string, environment: string, initial?: Page<RevisionView>) {
  const first: InfiniteData<Page<RevisionView>, string | null> | undefined = initial && {
    pages: [initial],
    pageParams: [null],
  };
  return useInfiniteQuery({
    queryKey: queryKeys.revisions(project, flag, environment),
    queryFn: ({ pageParam, signal }) => fetchRevisions(project, flag, environment, { cursor: pageParam, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor ?? null,
    initialData: first,
  });
}
