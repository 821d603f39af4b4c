'use client';

import { useQuery } from '@tanstack/react-query';
import type { Page } from '@/lib/services/page';
import type { SignalView } from '@/lib/services/signals/types';
import { adminPath, fetchJson } from './fetch-json';
import { queryKeys } from './query-keys';

const MOST = 40;

/** The newest values of a signal, newest first. */
export function useSignal(project: string, environment: string, name: string) {
  return useQuery({
    queryKey: queryKeys.signal(project, environment, name),
    queryFn: ({ signal }) =>
      fetchJson<Page<SignalView>>(adminPath(project, ['signals'], { environment, name, limit: MOST }), { signal }),
    staleTime: 10_000,
  });
}

/** The newest value of each signal of an environment, for choosing one. */
export function useSignalNames(project: string, environment: string | null) {
  return useQuery({
    queryKey: queryKeys.signal(project, environment ?? '', null),
    queryFn: ({ signal }) =>
      fetchJson<Page<SignalView>>(adminPath(project, ['signals'], { environment, limit: 200 }), { signal }),
    enabled: environment !== null && environment !== '',
    staleTime: 30_000,
  });
}
