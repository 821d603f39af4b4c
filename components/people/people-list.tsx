'use client';

import { Plus, SearchX, Users } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { parseAsString, useQueryStates } from 'nuqs';
import { useDeferredValue, useMemo, useState } from 'react';
import { PageBody } from '@/components/frame/page-body';
import { DataTable } from '@/components/shared/data-table';
import { EmptyState } from '@/components/shared/empty-state';
import { EnvironmentBadge } from '@/components/shared/environment-badge';
import { ErrorState } from '@/components/shared/error-state';
import { PageHeader } from '@/components/shared/page-header';
import { Button } from '@/components/ui/button';
import { queryKeys } from '@/lib/client/query-keys';
import { usePages } from '@/lib/client/use-pages';
import type { Page } from '@/lib/services/page';
import type { SubjectListItem } from '@/lib/services/subjects/types';
import { AddSubject } from './add-subject';
import { type PeopleFilter, PeopleFilters } from './people-filters';
import { type PeoplePlace, subjectPath } from './people-place';
import { PeopleTabs } from './people-tabs';
import { usePeopleColumns } from './use-people-columns';

export interface PeopleListProps extends PeoplePlace {
  initial: { filter: PeopleFilter; page: Page<SubjectListItem> };
}

const same = (a: PeopleFilter, b: PeopleFilter): boolean => a.q === b.q && a.stage === b.stage && a.tenant === b.tenant;

/** The subjects of an environment, as far as applications told of them. */
export function PeopleList({ initial, ...props }: PeopleListProps) {
  const { project, environment, onboarding } = props;
  const t = useTranslations('people');
  const router = useRouter();
  const [state, setState] = useQueryStates(
    { q: parseAsString.withDefault(''), stage: parseAsString, tenant: parseAsString },
    { throttleMs: 200 },
  );
  const place = useMemo(() => ({ project, environment, onboarding }), [project, environment, onboarding]);
  const q = useDeferredValue(state.q);
  const filter: PeopleFilter = { q, stage: state.stage, tenant: state.tenant };
  const list = usePages<SubjectListItem>({
    project,
    queryKey: queryKeys.subjectList(project, environment.key, filter),
    segments: ['subjects'],
    query: { environment: environment.key, ...filter },
    initial: same(filter, initial.filter) ? initial.page : undefined,
  });
  const columns = usePeopleColumns(place);
  const [isAdding, setAdding] = useState(false);
  const add = environment.can.editSubjects && (
    <Button onClick={() => setAdding(true)}>
      <Plus />
      {t('add.open')}
    </Button>
  );
  const isFiltered = filter.q !== '' || filter.stage !== null || filter.tenant !== null;
  const empty = isFiltered ? (
    <EmptyState icon={<SearchX />} title={t('noMatch.title')} description={t('noMatch.description')} />
  ) : (
    <EmptyState icon={<Users />} title={t('empty.title')} description={t('empty.description')} action={add} />
  );
  return (
    <PageBody layout="fill">
      <PageHeader
        title={t('title')}
        meta={
          <>
            <EnvironmentBadge environment={environment} />
            <span className="text-sm text-muted-foreground">{t('count', { count: list.total })}</span>
          </>
        }
        actions={add}
      />
      <PeopleTabs project={project} view="subjects" />
      <PeopleFilters
        project={project}
        stages={onboarding.stages}
        value={state}
        onChange={({ q: typed, ...changes }) =>
          void setState({ ...changes, ...(typed !== undefined && { q: typed || null }) })
        }
      />
      {list.isError && list.rows.length === 0 ? (
        <ErrorState onRetry={() => void list.refetch()} />
      ) : (
        <DataTable
          label={t('title')}
          columns={columns}
          rows={list.rows}
          total={list.total}
          rowKey={({ targetingKey }) => targetingKey}
          rowHeight={40}
          onEndReached={() => void list.fetchNextPage()}
          isLoadingMore={list.isFetchingNextPage}
          hasLoadError={list.isFetchNextPageError}
          onOpen={({ targetingKey }) => router.push(subjectPath(place, targetingKey))}
          empty={empty}
        />
      )}
      <AddSubject {...place} open={isAdding} onClose={() => setAdding(false)} />
    </PageBody>
  );
}
