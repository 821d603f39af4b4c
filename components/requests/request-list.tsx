'use client';

import { GitPullRequest, SearchX } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { parseAsStringLiteral, useQueryState } from 'nuqs';
import { PageBody } from '@/components/frame/page-body';
import { DataTable } from '@/components/shared/data-table';
import { EmptyState } from '@/components/shared/empty-state';
import type { EnvironmentLike } from '@/components/shared/environment-badge';
import { ErrorState } from '@/components/shared/error-state';
import { PageHeader } from '@/components/shared/page-header';
import { ToggleGroup, ToggleGroupItem } from '@/components/ui/toggle-group';
import { queryKeys } from '@/lib/client/query-keys';
import { usePages } from '@/lib/client/use-pages';
import type { ChangeRequestItem } from '@/lib/services/approvals/types';
import type { Page } from '@/lib/services/page';
import { ApprovalDots } from './approval-dots';
import { REQUEST_FILTER_NAMES, REQUEST_FILTERS, type RequestFilter } from './request-filter';
import { RequestStatus } from './request-status';
import { RequestName, useRequestColumns } from './use-request-columns';

export interface RequestListProps {
  project: string;
  environments: readonly EnvironmentLike[];
  initial: { show: RequestFilter; page: Page<ChangeRequestItem> };
}

/** The project's change requests: those that are open unless something else is asked for. */
export function RequestList({ project, environments, initial }: RequestListProps) {
  const t = useTranslations('requests');
  const router = useRouter();
  const [show, setShow] = useQueryState('show', parseAsStringLiteral(REQUEST_FILTER_NAMES).withDefault('open'));
  const list = usePages<ChangeRequestItem>({
    project,
    queryKey: [...queryKeys.requests(project), 'list', show],
    segments: ['change-requests'],
    query: REQUEST_FILTERS[show],
    initial: show === initial.show ? initial.page : undefined,
  });
  const columns = useRequestColumns(environments);
  return (
    <PageBody layout="fill">
      <PageHeader
        title={t('title')}
        meta={<span className="text-sm text-muted-foreground tabular-nums">{t('count', { count: list.total })}</span>}
      />
      <ToggleGroup
        type="single"
        value={show}
        aria-label={t('filter.label')}
        className="max-w-full justify-self-start overflow-x-auto"
        onValueChange={(chosen) => void setShow(REQUEST_FILTER_NAMES.find((each) => each === chosen) ?? null)}
      >
        {REQUEST_FILTER_NAMES.map((name) => (
          <ToggleGroupItem key={name} value={name} className="px-3">
            {t(`filter.${name}`)}
          </ToggleGroupItem>
        ))}
      </ToggleGroup>
      {list.isError && list.rows.length === 0 ? (
        <ErrorState onRetry={() => void list.refetch()} />
      ) : (
        <DataTable
          label={t('title')}
          columns={columns}
          rows={list.rows}
          total={list.total}
          rowKey={({ id }) => id}
          rowLabel={({ number }) => t('numbered', { number })}
          rowHeight={52}
          narrow={(request) => <Card request={request} />}
          narrowRowHeight={88}
          onEndReached={() => void list.fetchNextPage()}
          isLoadingMore={list.isFetchingNextPage}
          hasLoadError={list.isFetchNextPageError}
          onOpen={({ number }) => router.push(`/p/${project}/change-requests/${number}`)}
          empty={
            show === 'open' || show === 'all' ? (
              <EmptyState icon={<GitPullRequest />} title={t('empty.title')} description={t('empty.description')} />
            ) : (
              <EmptyState icon={<SearchX />} title={t(`none.${show}`)} />
            )
          }
        />
      )}
    </PageBody>
  );
}

function Card({ request }: { request: ChangeRequestItem }) {
  const { given, required } = request.approvals;
  return (
    <span className="grid min-w-0 gap-1.5 py-2">
      <RequestName request={request} />
      <span className="flex min-w-0 items-center justify-between gap-3 text-[13px]">
        <span className="truncate text-muted-foreground">{request.author.name}</span>
        <ApprovalDots given={given.length} required={required} />
        <RequestStatus request={request} />
      </span>
    </span>
  );
}
