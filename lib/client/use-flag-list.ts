'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { FlagListItem } from '@/lib/services/flags/types';
import type { Page } from '@/lib/services/page';
import { adminPath, fetchJson } from './fetch-json';
import { queryKeys } from './query-keys';

export interface FlagFilter {
  q: string;
  sort: string;
  direction: 'asc' | 'desc';
}

export interface InitialFlags {
  page: Page<FlagListItem>;
  filter: FlagFilter;
}

/** The most the API gives at once: whoever scrolls through thousands waits for few answers. */
const PAGE = 200;

const sameFilter = (a: FlagFilter, b: FlagFilter): boolean =>
  a.q === b.q && a.sort === b.sort && a.direction === b.direction;

/** Pages of the flag list, loaded as one scrolls; `initial` is what the server rendered. */
export function useFlagList(project: string, filter: FlagFilter, initial: InitialFlags) {
  const query = useInfiniteQuery({
    queryKey: queryKeys.flagList(project, filter),
    queryFn: ({ pageParam, signal }) =>
      fetchJson<Page<FlagListItem>>(adminPath(project, ['flags'], { ...filter, limit: PAGE, cursor: pageParam }), {
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    initialData: sameFilter(filter, initial.filter) ? { pages: [initial.page], pageParams: [null] } : undefined,
    placeholderData: (previous) => previous,
    staleTime: 15_000,
    // Every loaded page would be read again, one after another, each time the window is looked at.
    refetchOnWindowFocus: false,
  });
  const rows = useMemo(() => query.data?.pages.flatMap(({ items }) => items) ?? [], [query.data]);
  const known = query.data?.pages[0]?.total;
  // Without a count (a search that cannot be counted cheaply), one more row than there are says that more can come.
  const total = known ?? rows.length + (query.hasNextPage ? 1 : 0);
  return { ...query, rows, total, isCounted: known !== undefined || !query.hasNextPage };
}
