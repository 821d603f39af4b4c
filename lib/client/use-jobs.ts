'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { JobRunAnswer, JobsView } from '@/lib/services/job-runs/types';
import { fetchJson } from './fetch-json';
import { queryKeys } from './query-keys';

const PATH = '/api/admin/jobs';
const EVERY_MS = 5_000;

/** What runs on a clock, read again every few seconds while somebody looks. */
export const useJobs = (initialData: JobsView) =>
  useQuery({
    queryKey: queryKeys.jobs(),
    queryFn: ({ signal }) => fetchJson<JobsView>(PATH, { signal }),
    initialData,
    refetchInterval: EVERY_MS,
  });

/** Runs a job now; answers what it did once it has run. */
export function useRunJob() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (job: string) => fetchJson<JobRunAnswer>(`${PATH}/${encodeURIComponent(job)}/run`, { body: {} }),
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.jobs() }),
  });
}
