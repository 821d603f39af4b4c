'use client';

import { useQuery } from '@tanstack/react-query';
import type { Page } from '@/lib/services/page';
import type { AttributeView } from '@/lib/services/subjects/types';
import { adminPath, fetchJson } from './fetch-json';
import { queryKeys } from './query-keys';

const NONE: readonly AttributeView[] = [];

/** What is agreed about attributes in the project; none while it is not known. */
export function useAttributes(project: string): readonly AttributeView[] {
  const { data } = useQuery({
    queryKey: queryKeys.attributes(project),
    queryFn: ({ signal }) => fetchJson<Page<AttributeView>>(adminPath(project, ['attributes']), { signal }),
    staleTime: 60_000,
  });
  return data?.items ?? NONE;
}
