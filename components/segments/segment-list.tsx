'use client';

import { Plus, SearchX, SquareDashed } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { parseAsString, useQueryStates } from 'nuqs';
import { useDeferredValue, useMemo, useState } from 'react';
import { PageBody } from '@/components/frame/page-body';
import { DataTable } from '@/components/shared/data-table';
import type { Column } from '@/components/shared/data-table-types';
import { EmptyState } from '@/components/shared/empty-state';
import { EnvironmentBadge } from '@/components/shared/environment-badge';
import { ErrorState } from '@/components/shared/error-state';
import { NameCell } from '@/components/shared/name-cell';
import { PageHeader } from '@/components/shared/page-header';
import { RelativeTime } from '@/components/shared/relative-time';
import { SearchInput } from '@/components/shared/search-input';
import { Button } from '@/components/ui/button';
import { queryKeys } from '@/lib/client/query-keys';
import { usePages } from '@/lib/client/use-pages';
import type { EnvironmentView } from '@/lib/services/environments/types';
import type { Page } from '@/lib/services/page';
import type { SegmentListItem } from '@/lib/services/segments/types';
import { CreateSegmentDialog } from './create-segment-dialog';

export interface SegmentListProps {
  project: string;
  environments: readonly EnvironmentView[];
  canCreate: boolean;
  initial: { q: string; page: Page<SegmentListItem> };
}

/** What a segment holds in an environment. */
const COUNTED = ['conditions', 'members'] as const;

function useColumns(
  environments: readonly EnvironmentView[],
  hrefOf: (segment: SegmentListItem) => string,
): Column<SegmentListItem>[] {
  const t = useTranslations('segments');
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('column.name'),
        track: 'minmax(9rem, 2fr)',
        cell: (segment) => <NameCell name={segment.name} keyText={segment.key} href={hrefOf(segment)} />,
      },
      ...environments.map(
        (environment): Column<SegmentListItem> => ({
          id: `members:${environment.key}`,
          header: <EnvironmentBadge environment={environment} variant="plain" />,
          label: environment.name,
          track: 'minmax(8rem, 1fr)',
          from: 'md',
          cell: ({ conditions, members }) => {
            const counts = { conditions: conditions[environment.key] ?? 0, members: members[environment.key] ?? 0 };
            const lines = COUNTED.flatMap((what) => (counts[what] > 0 ? [t(what, { count: counts[what] })] : []));
            return (
              <span className="grid min-w-0 text-[13px] leading-[18px] text-muted-foreground tabular-nums">
                {(lines.length > 0 ? lines : [t('nobody')]).map((line) => (
                  <span key={line} className="truncate">
                    {line}
                  </span>
                ))}
              </span>
            );
          },
        }),
      ),
      {
        id: 'usedBy',
        header: t('column.usedBy'),
        track: '7rem',
        cell: ({ usedBy }) => <span className="text-muted-foreground">{t('usedBy', { count: usedBy })}</span>,
      },
      {
        id: 'updatedAt',
        header: t('column.updated'),
        track: '8rem',
        from: 'lg',
        cell: ({ updatedAt }) => <RelativeTime at={updatedAt} className="truncate text-muted-foreground" />,
      },
    ],
    [environments, hrefOf, t],
  );
}

/** The project's segments. */
export function SegmentList({ project, environments, canCreate, initial }: SegmentListProps) {
  const t = useTranslations('segments');
  const router = useRouter();
  const [filter, setFilter] = useQueryStates(
    { q: parseAsString.withDefault(''), env: parseAsString },
    { throttleMs: 200 },
  );
  const [isCreating, setIsCreating] = useState(false);
  const q = useDeferredValue(filter.q);
  const list = usePages<SegmentListItem>({
    project,
    queryKey: [...queryKeys.segments(project), 'list', q],
    segments: ['segments'],
    query: { q },
    initial: q === initial.q ? initial.page : undefined,
  });
  const query = filter.env ? `?env=${encodeURIComponent(filter.env)}` : '';
  const hrefOf = useMemo(
    () => (segment: SegmentListItem) => `/p/${project}/segments/${encodeURIComponent(segment.key)}${query}`,
    [project, query],
  );
  const columns = useColumns(environments, hrefOf);
  const create = canCreate && (
    <Button onClick={() => setIsCreating(true)}>
      <Plus />
      {t('create.title')}
    </Button>
  );
  const empty = q ? (
    <EmptyState icon={<SearchX />} title={t('noMatch.title')} description={t('noMatch.description')} />
  ) : (
    <EmptyState icon={<SquareDashed />} title={t('empty.title')} description={t('empty.description')} action={create} />
  );
  return (
    <PageBody layout="fill">
      <PageHeader
        title={t('title')}
        meta={<span className="text-sm text-muted-foreground">{t('count', { count: list.total })}</span>}
        actions={create}
      />
      <SearchInput value={filter.q} label={t('search')} onChange={(value) => void setFilter({ q: value || null })} />
      {list.isError && list.rows.length === 0 ? (
        <ErrorState onRetry={() => void list.refetch()} />
      ) : (
        <DataTable
          label={t('title')}
          columns={columns}
          rows={list.rows}
          total={list.total}
          rowKey={({ key }) => key}
          rowLabel={({ name }) => name}
          rowHeight={48}
          onEndReached={() => void list.fetchNextPage()}
          isLoadingMore={list.isFetchingNextPage}
          hasLoadError={list.isFetchNextPageError}
          onOpen={(segment) => router.push(hrefOf(segment))}
          empty={empty}
        />
      )}
      <CreateSegmentDialog project={project} open={isCreating} onOpenChange={setIsCreating} />
    </PageBody>
  );
}
