'use client';

import { useQuery } from '@tanstack/react-query';
import type { Page } from '@/lib/services/page';
import type { SegmentListItem } from '@/lib/services/segments/types';
import { adminPath, fetchJson } from './fetch-json';
import { queryKeys } from './query-keys';

/** The project's segments, for choosing one. */
export function useSegmentOptions(project: string, enabled = true) {
  return useQuery({
    queryKey: [...queryKeys.segments(project), 'choose'],
    queryFn: ({ signal }) =>
      fetchJson<Page<SegmentListItem>>(adminPath(project, ['segments'], { limit: 200 }), { signal }),
    enabled,
  });
}
