'use client';

import { debounce, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { useCallback, useMemo } from 'react';
import type { FlagFilter } from '@/lib/client/use-flag-list';
import { FLAG_SORTS } from '@/lib/schemas/flag';

const DIRECTIONS = ['asc', 'desc'] as const;
/** The longest search the API takes. */
const MOST = 500;
const TYPING_MS = 200;
const FILTER = {
  q: parseAsString.withDefault(''),
  sort: parseAsStringLiteral(FLAG_SORTS).withDefault('key'),
  direction: parseAsStringLiteral(DIRECTIONS).withDefault('asc'),
  env: parseAsString,
};

/** Search and order of the flag list, kept in the address; `env` is the frame's and only passed on. */
export function useFlagFilter() {
  const [{ env, q, sort, direction }, set] = useQueryStates(FILTER);
  const filter = useMemo((): FlagFilter => ({ q, sort, direction }), [q, sort, direction]);
  const setFilter = useCallback(
    ({ q: text, sort: by, direction: order }: Partial<FlagFilter>): void => {
      const sorted = FLAG_SORTS.find((name) => name === by);
      void set({
        ...(text !== undefined && { q: text.slice(0, MOST) }),
        ...(sorted && { sort: sorted }),
        ...(order && { direction: order }),
      });
    },
    [set],
  );
  /** While typing, the address follows a moment later. */
  const type = useCallback(
    (text: string): void =>
      void set({ q: text.slice(0, MOST) }, text === '' ? undefined : { limitUrlUpdates: debounce(TYPING_MS) }),
    [set],
  );
  return { filter, query: env ? `?env=${encodeURIComponent(env)}` : '', setFilter, type };
}
