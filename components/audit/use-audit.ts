'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { adminPath, fetchJson } from '@/lib/client/fetch-json';
import { queryKeys } from '@/lib/client/query-keys';
import type { AuditView } from '@/lib/services/audit/types';
import type { Page } from '@/lib/services/page';

/** A project's own entries, or those of users, roles and projects. */
export type AuditScope = 'project' | 'installation';

/** Filters as the address holds them; null is "any". Days are local dates, both included. */
export interface AuditFilter {
  q: string | null;
  flag: string | null;
  environment: string | null;
  action: string | null;
  from: string | null;
  to: string | null;
}

const PAGE = 100;

const dayStart = (day: string | null, later = 0): string | null => {
  if (!day || !/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  const at = new Date(`${day}T00:00:00`);
  at.setDate(at.getDate() + later);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
};

export interface AuditPlace {
  project: string;
  scope: AuditScope;
}

/** The address of the audit, or of what is below it. */
export function auditAddress({ project, scope }: AuditPlace, below: string[], query: Query = {}): string {
  const path = adminPath(project, ['audit', ...below], query);
  return scope === 'project' ? path : path.replace(/^\/api\/admin\/projects\/[^/]+/, '/api/admin');
}
type Query = Parameters<typeof adminPath>[2];

/** The address of one page of entries. */
export const auditPath = (place: AuditPlace, filter: AuditFilter, cursor: string | null, limit = PAGE): string =>
  auditAddress(place, [], { ...filter, from: dayStart(filter.from), to: dayStart(filter.to, 1), cursor, limit });

/** The audit, newest first, loaded as one scrolls. */
export function useAudit(place: AuditPlace, filter: AuditFilter, initial: Page<AuditView> | undefined) {
  const query = useInfiniteQuery({
    queryKey: queryKeys.audit(place.project, { ...filter, scope: place.scope }),
    queryFn: ({ pageParam, signal }) => fetchJson<Page<AuditView>>(auditPath(place, filter, pageParam), { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    initialData: initial ? { pages: [initial], pageParams: [null] } : undefined,
    placeholderData: (previous) => previous,
    staleTime: 10_000,
  });
  const rows = useMemo(() => query.data?.pages.flatMap(({ items }) => items) ?? [], [query.data]);
  return { ...query, rows };
}
