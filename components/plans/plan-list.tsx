'use client';

import { ListChecks, Plus, SearchX } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { useDeferredValue, useMemo } from 'react';
import { PageBody } from '@/components/frame/page-body';
import { DataTable } from '@/components/shared/data-table';
import { EmptyState } from '@/components/shared/empty-state';
import { ErrorState } from '@/components/shared/error-state';
import { PageHeader } from '@/components/shared/page-header';
import { Button } from '@/components/ui/button';
import { queryKeys } from '@/lib/client/query-keys';
import { usePages } from '@/lib/client/use-pages';
import { PLAN_STATUSES } from '@/lib/schemas/plan';
import type { Page } from '@/lib/services/page';
import type { PlanItem, PlanTemplate } from '@/lib/services/plans/types';
import { PlanCard } from './plan-card';
import { type PlanFilter, PlanFilters } from './plan-filters';
import { newPlanPath, type PlansPlace, planPath } from './plan-place';
import { TemplateLinks } from './template-links';
import { usePlanColumns } from './use-plan-columns';

export interface PlanListProps extends PlansPlace {
  templates: readonly PlanTemplate[];
  /** Somewhere, at least. */
  canCreate: boolean;
  initial: { filter: PlanFilter; page: Page<PlanItem> };
}

const same = (a: PlanFilter, b: PlanFilter): boolean => a.q === b.q && a.status === b.status && a.flag === b.flag;

/** The project's plans. */
export function PlanList({ project, environments, templates, canCreate, initial }: PlanListProps) {
  const t = useTranslations('plans');
  const router = useRouter();
  const [asked, setAsked] = useQueryStates(
    { q: parseAsString.withDefault(''), status: parseAsStringLiteral(PLAN_STATUSES), flag: parseAsString },
    { throttleMs: 200 },
  );
  const filter: PlanFilter = { ...asked, q: useDeferredValue(asked.q) };
  const place = useMemo(() => ({ project, environments }), [project, environments]);
  const isFirst = same(filter, initial.filter);
  const list = usePages<PlanItem>({
    project,
    queryKey: queryKeys.planList(project, filter),
    segments: ['plans'],
    query: { ...filter },
    initial: isFirst ? initial.page : undefined,
  });
  const columns = usePlanColumns(place);
  const isFiltered = asked.q !== '' || filter.q !== '' || filter.status !== null || filter.flag !== null;
  const create = canCreate && (
    <Button asChild>
      <Link href={newPlanPath(place, filter.flag === null ? {} : { flag: filter.flag })}>
        <Plus />
        {t('create')}
      </Link>
    </Button>
  );
  const isEmpty = !isFiltered && list.rows.length === 0 && !list.isError && !list.isFetching;
  return (
    <PageBody layout={isEmpty ? 'flow' : 'fill'}>
      <PageHeader
        title={t('title')}
        meta={<span className="text-sm text-muted-foreground tabular-nums">{t('count', { count: list.total })}</span>}
        actions={!isEmpty && create}
      />
      {isEmpty ? (
        <>
          <EmptyState
            icon={<ListChecks />}
            title={t('empty.title')}
            description={t('empty.description')}
            className="pb-4"
          />
          {canCreate && <TemplateLinks project={project} templates={templates} />}
        </>
      ) : (
        <PlanFilters
          project={project}
          value={asked}
          onChange={({ q, ...changes }) => void setAsked({ ...changes, ...(q !== undefined && { q: q || null }) })}
        />
      )}
      {!isEmpty &&
        (list.isError && list.rows.length === 0 ? (
          <ErrorState onRetry={() => void list.refetch()} />
        ) : (
          <DataTable
            label={t('title')}
            columns={columns}
            rows={list.rows}
            total={list.total}
            rowKey={({ id }) => id}
            rowLabel={({ name }) => name}
            rowHeight={52}
            narrow={(plan) => <PlanCard place={place} plan={plan} />}
            narrowRowHeight={100}
            onEndReached={() => void list.fetchNextPage()}
            isLoadingMore={list.isFetchingNextPage}
            hasLoadError={list.isFetchNextPageError}
            onOpen={({ id }) => router.push(planPath(place, id))}
            empty={<EmptyState icon={<SearchX />} title={t('noMatch.title')} description={t('noMatch.description')} />}
          />
        ))}
    </PageBody>
  );
}
