'use client';

import { useQuery } from '@tanstack/react-query';
import type { Page } from '@/lib/services/page';
import type { SubjectListItem } from '@/lib/services/subjects/types';
import { adminPath, fetchJson } from './fetch-json';
import { queryKeys } from './query-keys';

/** Some subjects of an environment, to be offered while typing. */
export function useSubjectOptions(project: string, environment: string, enabled = true) {
  return useQuery({
    queryKey: [...queryKeys.subjects(project, environment), 'choose'],
    queryFn: ({ signal }) =>
      fetchJson<Page<SubjectListItem>>(adminPath(project, ['subjects'], { environment, limit: 200 }), { signal }),
    enabled,
  });
}
