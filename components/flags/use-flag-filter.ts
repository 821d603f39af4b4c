'use client';

import { debounce, parseAsString, parseAsStringEnum, useQueryStates } from 'nuqs';
import { useCallback, useMemo } from 'react';
import type { FlagFilter } from '@/lib/client/use-flag-list';

const DIRECTIONS: ('asc' | 'desc')[] = ['asc', 'desc'];
const TYPING_MS = 200;
const FILTER = {
  q: parseAsString.withDefault(''),
  sort: parseAsString.withDefault('key'),
  direction: parseAsStringEnum(DIRECTIONS).withDefault('asc'),
  env: parseAsString,
};

/** Search and order of the flag list, kept in the address; `env` is the frame's and only passed on. */
export function useFlagFilter() {
  const [{ env, q, sort, direction }, set] = useQueryStates(FILTER);
  const filter = useMemo((): FlagFilter => ({ q, sort, direction }), [q, sort, direction]);
  const setFilter = useCallback((next: Partial<FlagFilter>): void => void set(next), [set]);
  /** While typing, the address follows a moment later. */
  const type = useCallback(
    (text: string): void => void set({ q: text }, text === '' ? undefined : { limitUrlUpdates: debounce(TYPING_MS) }),
    [set],
  );
  return { filter, query: env ? `?env=${encodeURIComponent(env)}` : '', setFilter, type };
}
