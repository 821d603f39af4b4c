'use client';

import { useQuery } from '@tanstack/react-query';
import type { SubjectFlagsView } from '@/lib/services/subjects/types';
import { adminPath, fetchJson } from './fetch-json';
import { queryKeys } from './query-keys';

/** What a subject gets of every flag, and why; `initial` is what the page was rendered with. */
export function useSubjectFlags(project: string, environment: string, subject: string, initial?: SubjectFlagsView) {
  return useQuery({
    queryKey: queryKeys.subjectFlags(project, environment, subject),
    queryFn: ({ signal }) =>
      fetchJson<SubjectFlagsView>(adminPath(project, ['subjects', subject, 'flags'], { environment }), { signal }),
    initialData: initial,
    staleTime: 5_000,
  });
}
