'use client';

import { ScrollText } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { parseAsString, useQueryStates } from 'nuqs';
import { useDeferredValue, useMemo, useState } from 'react';
import { PageBody } from '@/components/frame/page-body';
import { DataTable } from '@/components/shared/data-table';
import type { Column } from '@/components/shared/data-table-types';
import { EmptyState } from '@/components/shared/empty-state';
import { EnvironmentBadge } from '@/components/shared/environment-badge';
import { ErrorState } from '@/components/shared/error-state';
import { PageHeader } from '@/components/shared/page-header';
import { RelativeTime } from '@/components/shared/relative-time';
import type { AuditView } from '@/lib/services/audit/types';
import type { EnvironmentView } from '@/lib/services/environments/types';
import type { Page } from '@/lib/services/page';
import { AuditEntrySheet } from './audit-entry-sheet';
import { AuditFilters } from './audit-filters';
import { ExportButton } from './export-button';
import { useActionText } from './use-action-text';
import { type AuditFilter, useAudit } from './use-audit';
import { VerifyChainButton } from './verify-chain-button';

export interface AuditListProps {
  project: string;
  environments: readonly EnvironmentView[];
  initial: { filter: AuditFilter; page: Page<AuditView> };
}

const PARSERS = {
  q: parseAsString,
  flag: parseAsString,
  environment: parseAsString,
  action: parseAsString,
  from: parseAsString,
  to: parseAsString,
};

function useColumns(environments: readonly EnvironmentView[]): Column<AuditView>[] {
  const t = useTranslations('audit');
  const actionText = useActionText();
  return useMemo(() => {
    const environmentOf = (key: string) => environments.find((environment) => environment.key === key);
    return [
      {
        id: 'at',
        header: t('column.at'),
        track: '8.5rem',
        cell: ({ at }) => <RelativeTime at={at} className="truncate text-muted-foreground" />,
      },
      {
        id: 'actor',
        header: t('column.actor'),
        track: 'minmax(7rem, 1fr)',
        cell: ({ actor }) => <span className="truncate">{actor.name}</span>,
      },
      {
        id: 'action',
        header: t('column.action'),
        track: 'minmax(10rem, 1.4fr)',
        cell: ({ action }) => <span className="truncate font-medium">{actionText(action)}</span>,
      },
      {
        id: 'flag',
        header: t('column.flag'),
        track: 'minmax(8rem, 1.4fr)',
        from: 'sm',
        cell: ({ flag }) => flag && <code className="truncate font-mono text-xs">{flag}</code>,
      },
      {
        id: 'environment',
        header: t('column.environment'),
        track: '8.5rem',
        from: 'md',
        cell: ({ environment: key }) => {
          const environment = key === null ? undefined : environmentOf(key);
          return environment ? <EnvironmentBadge environment={environment} /> : key;
        },
      },
      {
        id: 'comment',
        header: t('comment'),
        track: 'minmax(8rem, 1.6fr)',
        from: 'lg',
        cell: ({ comment }) => <span className="truncate text-muted-foreground">{comment}</span>,
      },
      {
        id: 'via',
        header: t('column.via'),
        track: '6rem',
        from: 'lg',
        cell: ({ via }) => (
          <span className="truncate text-muted-foreground">{t.has(`via.${via}`) ? t(`via.${via}`) : via}</span>
        ),
      },
    ];
  }, [environments, t, actionText]);
}

const isSame = (a: AuditFilter, b: AuditFilter): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Who did what and when, with what was before and after; the chain can be checked and everything taken along. */
export function AuditList({ project, environments, initial }: AuditListProps) {
  const t = useTranslations('audit');
  const [asked, setFilter] = useQueryStates(PARSERS, { throttleMs: 200 });
  const filter = useDeferredValue(asked);
  const list = useAudit(project, filter, isSame(filter, initial.filter) ? initial.page : undefined);
  const [open, setOpen] = useState<AuditView | null>(null);
  const columns = useColumns(environments);
  return (
    <PageBody layout="fill">
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={
          <>
            <VerifyChainButton project={project} />
            <ExportButton project={project} filter={filter} />
          </>
        }
      />
      <AuditFilters filter={asked} environments={environments} onChange={(change) => void setFilter(change)} />
      {list.isError && list.rows.length === 0 ? (
        <ErrorState onRetry={() => void list.refetch()} />
      ) : (
        <DataTable
          label={t('title')}
          columns={columns}
          rows={list.rows}
          total={list.rows.length + (list.hasNextPage ? 1 : 0)}
          rowKey={({ id }) => id}
          onEndReached={() => void list.fetchNextPage()}
          isLoadingMore={list.isFetchingNextPage}
          hasLoadError={list.isFetchNextPageError}
          onOpen={setOpen}
          empty={<EmptyState icon={<ScrollText />} title={t('empty.title')} description={t('empty.description')} />}
        />
      )}
      <AuditEntrySheet project={project} entry={open} onClose={() => setOpen(null)} />
    </PageBody>
  );
}
