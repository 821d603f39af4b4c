'use client';

import { useQueries } from '@tanstack/react-query';
import { adminPath, fetchJson } from '@/lib/client/fetch-json';
import { queryKeys } from '@/lib/client/query-keys';
import type { FlagView } from '@/lib/services/flags/types';
import type { MembershipView } from '@/lib/services/memberships/types';

/** The place of a membership's variant in its flag's definition, for the flags on the screen. */
export function useVariantIndex(
  project: string,
  flags: readonly string[],
): (membership: MembershipView) => number | null {
  const found = useQueries({
    queries: flags.map((flag) => ({
      queryKey: queryKeys.flag(project, flag),
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        fetchJson<FlagView>(adminPath(project, ['flags', flag]), { signal }),
      staleTime: 60_000,
      retry: false,
    })),
  });
  const views = new Map(found.flatMap(({ data }) => (data ? [[data.key, data] as const] : [])));
  return ({ flag, variant }) => {
    const variants = views.get(flag)?.variants;
    if (!variants) return null;
    const index = variants.findIndex(({ key, value }) => (variant === null ? value === true : key === variant));
    return index < 0 ? null : index;
  };
}
