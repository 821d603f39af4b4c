'use client';

import { Building2, SearchX } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useMemo } from 'react';
import { DataTable } from '@/components/shared/data-table';
import type { Column } from '@/components/shared/data-table-types';
import { EmptyState } from '@/components/shared/empty-state';
import { ErrorState } from '@/components/shared/error-state';
import { NameCell } from '@/components/shared/name-cell';
import { RelativeTime } from '@/components/shared/relative-time';
import { queryKeys } from '@/lib/client/query-keys';
import { usePages } from '@/lib/client/use-pages';
import type { Page } from '@/lib/services/page';
import type { TenantListItem } from '@/lib/services/tenants/types';

export interface TenantListProps {
  project: string;
  /** Overrides are counted here. */
  environment: { key: string; name: string };
  filter: { q: string; withOverrides: boolean };
  initial?: Page<TenantListItem>;
  hrefOf: (key: string) => string;
  /** The button that makes a tenant, for those who may. */
  create: ReactNode;
}

function useColumns(environment: string, hrefOf: (key: string) => string): Column<TenantListItem>[] {
  const t = useTranslations('tenants');
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('column.name'),
        track: 'minmax(12rem, 2fr)',
        cell: ({ key, name }) => <NameCell name={name} keyText={key} href={hrefOf(key)} />,
      },
      {
        id: 'overrides',
        header: t('column.overrides'),
        track: 'minmax(8rem, 1fr)',
        cell: ({ overrides }) => (
          <span
            title={t('overridesIn', { environment })}
            className={overrides > 0 ? 'tabular-nums' : 'text-muted-foreground'}
          >
            {t('overrides', { count: overrides })}
          </span>
        ),
      },
      {
        id: 'admins',
        header: t('column.admins'),
        track: '7rem',
        cell: ({ admins }) => (
          <span className={admins > 0 ? 'tabular-nums' : 'text-muted-foreground'}>
            {t('admins', { count: admins })}
          </span>
        ),
      },
      {
        id: 'updatedAt',
        header: t('column.updated'),
        track: '8rem',
        cell: ({ updatedAt }) => <RelativeTime at={updatedAt} className="truncate text-muted-foreground" />,
      },
    ],
    [t, environment, hrefOf],
  );
}

/** The project's tenants, as a list. */
export function TenantList({ project, environment, filter, initial, hrefOf, create }: TenantListProps) {
  const t = useTranslations('tenants');
  const router = useRouter();
  const columns = useColumns(environment.name, hrefOf);
  const { q, withOverrides } = filter;
  const list = usePages<TenantListItem>({
    project,
    queryKey: [...queryKeys.tenantsByOverrides(project), 'list', environment.key, filter],
    segments: ['tenants'],
    query: { q, environment: environment.key, withOverrides: withOverrides ? 'true' : null },
    initial,
  });
  const empty =
    q === '' && !withOverrides ? (
      <EmptyState icon={<Building2 />} title={t('empty.title')} description={t('empty.description')} action={create} />
    ) : (
      <EmptyState icon={<SearchX />} title={t('noMatch.title')} description={t('noMatch.description')} />
    );
  if (list.isError && list.rows.length === 0) return <ErrorState onRetry={() => void list.refetch()} />;
  return (
    <DataTable
      label={t('title')}
      columns={columns}
      rows={list.rows}
      total={list.total}
      rowKey={({ key }) => key}
      rowLabel={({ name }) => name}
      rowHeight={48}
      narrowRowHeight={64}
      narrow={(tenant) => <NarrowTenant tenant={tenant} href={hrefOf(tenant.key)} />}
      onEndReached={() => void list.fetchNextPage()}
      isLoadingMore={list.isFetchingNextPage || list.isPending}
      hasLoadError={list.isFetchNextPageError}
      onOpen={({ key }) => router.push(hrefOf(key))}
      empty={list.isSuccess && empty}
    />
  );
}

function NarrowTenant({ tenant, href }: { tenant: TenantListItem; href: string }) {
  const t = useTranslations('tenants');
  const { key, name, overrides, admins } = tenant;
  return (
    <div className="flex min-w-0 items-center gap-3">
      <NameCell name={name} keyText={key} href={href} className="flex-1" />
      <span className="grid shrink-0 justify-items-end text-xs text-muted-foreground tabular-nums">
        {overrides > 0 && <span>{t('overrides', { count: overrides })}</span>}
        {admins > 0 && <span>{t('admins', { count: admins })}</span>}
      </span>
    </div>
  );
}
