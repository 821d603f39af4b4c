'use client';

import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useCallback } from 'react';

/** The tenant that `?tenant=` names, null in system scope; and a way to another: to the flags, where scope is shown. */
export function useScope(project: string): [string | null, (tenant: string | null) => void] {
  const router = useRouter();
  const pathname = usePathname();
  const query = useSearchParams();
  const choose = useCallback(
    (tenant: string | null): void => {
      const list = `/p/${project}/flags`;
      const stays = tenant === null || pathname === list;
      const next = new URLSearchParams(stays ? query : undefined);
      const environment = query.get('env');
      if (environment) next.set('env', environment);
      if (tenant === null) next.delete('tenant');
      else next.set('tenant', tenant);
      // What was searched for among the flags of one scope says nothing in another.
      next.delete('q');
      const path = stays ? pathname : list;
      router.push(next.size > 0 ? `${path}?${next}` : path);
    },
    [router, pathname, query, project],
  );
  return [query.get('tenant'), choose];
}
