'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { EvaluationContext, KeyKind } from '@/lib/engine/types';
import type { ExplainView } from '@/lib/services/configurations/types';
import { adminPath, fetchJson } from './fetch-json';
import { queryKeys } from './query-keys';

const PAUSE_MS = 150;

export interface Question {
  context: EvaluationContext;
  audience?: KeyKind;
  /** RFC 3339: what the answer was then. */
  at?: string;
  /** An unsaved configuration, as PUT takes it. */
  draft?: object;
}

/** A value once it has been the same for a moment; `null` comes through at once. */
function useSettled<T>(value: T, key: string): T {
  const [settled, setSettled] = useState({ value, key });
  useEffect(() => {
    if (settled.key === key) return;
    const timer = setTimeout(() => setSettled({ value, key }), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value, key, settled.key]);
  return settled.value;
}

/**
 * A flag's verdict for a context with its trace, asked for when the question has stood for 150 ms; a question that is
 * overtaken is aborted. While the next answer is awaited the last one stays. Null asks nothing.
 */
export function useExplain(project: string, flag: string, environment: string, question: Question | null) {
  const settled = useSettled(question, JSON.stringify(question));
  return useQuery({
    queryKey: [...queryKeys.configuration(project, flag, environment), 'explain', settled],
    queryFn: ({ signal }) =>
      fetchJson<ExplainView>(adminPath(project, ['flags', flag, 'environments', environment, 'explain']), {
        signal,
        body: settled,
      }),
    enabled: settled !== null,
    placeholderData: keepPreviousData,
    gcTime: 30_000,
    staleTime: 0,
    retry: false,
  });
}
