'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { FlagListItem, FlagView } from '@/lib/services/flags/types';
import type { Page } from '@/lib/services/page';
import { adminPath, fetchJson } from './fetch-json';
import { queryKeys } from './query-keys';

/** The first flags that a search finds, for choosing one. */
export function useFlagSearch(project: string, q: string, enabled = true) {
  return useQuery({
    queryKey: queryKeys.flagList(project, { choose: q }),
    queryFn: ({ signal }) => fetchJson<Page<FlagListItem>>(adminPath(project, ['flags'], { limit: 50, q }), { signal }),
    placeholderData: keepPreviousData,
    enabled,
  });
}

/** One flag, for its variants; null asks for nothing. */
export function useFlagView(project: string, flag: string | null) {
  return useQuery({
    queryKey: queryKeys.flag(project, flag ?? ''),
    queryFn: ({ signal }) => fetchJson<FlagView>(adminPath(project, ['flags', flag ?? '']), { signal }),
    enabled: flag !== null && flag !== '',
    retry: false,
  });
}
