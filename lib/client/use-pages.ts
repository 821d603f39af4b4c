'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Page } from '@/lib/services/page';
import { adminPath, fetchJson } from './fetch-json';

export interface PagesOptions<T> {
  project: string;
  queryKey: readonly unknown[];
  segments: readonly string[];
  query: Record<string, string | null>;
  /** The first page, if the server rendered it. */
  initial?: Page<T>;
}

/** A list of the admin API, loaded page after page as one scrolls. */
export function usePages<T>({ project, queryKey, segments, query, initial }: PagesOptions<T>) {
  const pages = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) =>
      fetchJson<Page<T>>(adminPath(project, segments, { ...query, limit: 200, cursor: pageParam }), { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    initialData: initial ? { pages: [initial], pageParams: [null] } : undefined,
    placeholderData: (previous) => previous,
    staleTime: 10_000,
    refetchOnWindowFocus: false,
  });
  const rows = useMemo(() => pages.data?.pages.flatMap(({ items }) => items) ?? [], [pages.data]);
  const total = pages.data?.pages[0]?.total ?? rows.length + (pages.hasNextPage ? 1 : 0);
  return { ...pages, rows, total };
}
