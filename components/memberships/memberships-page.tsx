'use client';

import { CalendarClock, SearchX } from 'lucide-react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { useCallback, useMemo, useState } from 'react';
import type { FlagEnvironment } from '@/components/flag-page/flag-page-types';
import { PageBody } from '@/components/frame/page-body';
import { DataTable } from '@/components/shared/data-table';
import { EmptyState } from '@/components/shared/empty-state';
import { EnvironmentBadge } from '@/components/shared/environment-badge';
import { ErrorState } from '@/components/shared/error-state';
import { PageHeader } from '@/components/shared/page-header';
import { queryKeys } from '@/lib/client/query-keys';
import { type MembershipFilter, useAllMemberships, useEnvironmentCounts } from '@/lib/client/use-all-memberships';
import { useDebounced } from '@/lib/client/use-debounced';
import type { MembershipCounts, MembershipView } from '@/lib/services/memberships/types';
import type { Page } from '@/lib/services/page';
import { EditMembershipDialog } from './edit-membership-dialog';
import { ImportDialog } from './import/import-dialog';
import { MembershipDialog } from './membership-dialog';
import { MembershipWhen } from './membership-when';
import { MembershipWho } from './membership-who';
import { MembershipsActions } from './memberships-actions';
import { MembershipsFilters, STATES, VIEWS } from './memberships-filters';
import { RemoveMembership } from './remove-membership';
import { ZOOMS } from './timeline/time-scale';
import { Timeline } from './timeline/timeline';
import { useEdgesPassed } from './use-edges-passed';
import { useMembershipColumns } from './use-membership-columns';

export interface MembershipsPageProps {
  project: string;
  environment: FlagEnvironment;
  initial: { filter: MembershipFilter; page: Page<MembershipView>; counts: MembershipCounts };
}

type Asked = { what: 'add' | 'import' } | { what: 'edit' | 'remove'; membership: MembershipView } | null;

const PAUSE_MS = 200;
const same = (a: MembershipFilter, b: MembershipFilter): boolean =>
  a.q === b.q && a.flag === b.flag && a.state === b.state;

/** Every membership of an environment, as a timeline or a table. */
export function MembershipsPage({ project, environment, initial }: MembershipsPageProps) {
  const t = useTranslations('memberships');
  const client = useQueryClient();
  const [state, setState] = useQueryStates(
    {
      q: parseAsString.withDefault(''),
      flag: parseAsString,
      state: parseAsStringLiteral(STATES),
      view: parseAsStringLiteral(VIEWS).withDefault('timeline'),
      zoom: parseAsStringLiteral(ZOOMS).withDefault('month'),
    },
    { throttleMs: 200 },
  );
  const q = useDebounced(state.q.trim(), PAUSE_MS);
  const filter: MembershipFilter = { q, flag: state.flag, state: state.state };
  const place = { project, environment: environment.key };
  const list = useAllMemberships(place, filter, same(filter, initial.filter) ? initial.page : undefined);
  const isSameFlag = filter.flag === initial.filter.flag;
  const { data: counts } = useEnvironmentCounts(place, filter.flag, isSameFlag ? initial.counts : undefined);
  const queryKey = queryKeys.memberships(project);
  useEdgesPassed(list.rows, () => void client.invalidateQueries({ queryKey }));
  const [asked, setAsked] = useState<Asked>(null);
  const onEdit = useCallback((membership: MembershipView) => setAsked({ what: 'edit', membership }), []);
  const onRemove = useCallback((membership: MembershipView) => setAsked({ what: 'remove', membership }), []);
  const flagHref = useCallback(
    (flag: string) =>
      `/p/${project}/flags/${encodeURIComponent(flag)}/targeting?env=${encodeURIComponent(environment.key)}`,
    [project, environment.key],
  );
  const canEdit = environment.can.editMemberships;
  const details = useMemo(() => ({ flagHref, canEdit, onEdit, onRemove }), [flagHref, canEdit, onEdit, onRemove]);
  const columns = useMembershipColumns(details);
  const isFiltered = filter.q !== '' || filter.flag !== null || filter.state !== null;
  const actions = (
    <MembershipsActions
      {...place}
      flag={filter.flag}
      canEdit={canEdit}
      syncedAt={counts?.syncedAt ?? null}
      onAdd={() => setAsked({ what: 'add' })}
      onImport={() => setAsked({ what: 'import' })}
    />
  );
  const empty = isFiltered ? (
    <EmptyState icon={<SearchX />} title={t('noMatch.title')} description={t('noMatch.description')} />
  ) : (
    <EmptyState icon={<CalendarClock />} title={t('empty.title')} description={t('empty.description')} />
  );
  const paging = {
    rows: list.rows,
    total: list.total,
    onEndReached: () => void list.fetchNextPage(),
    isLoadingMore: list.isFetchingNextPage,
    hasLoadError: list.isFetchNextPageError,
    empty,
  };
  const close = (): void => setAsked(null);
  const here = { project, environment };
  return (
    <PageBody layout="fill">
      <PageHeader
        title={t('title')}
        meta={
          <>
            <EnvironmentBadge environment={environment} />
            {counts && <span className="text-sm text-muted-foreground">{t('count', { count: counts.open })}</span>}
          </>
        }
        actions={actions}
      />
      <MembershipsFilters
        project={project}
        value={{ q: state.q, flag: state.flag, state: state.state }}
        counts={counts}
        view={state.view}
        onChange={({ q: typed, ...changes }) =>
          void setState({ ...changes, ...(typed !== undefined && { q: typed || null }) })
        }
        onView={(view) => void setState({ view })}
      />
      {list.isError && list.rows.length === 0 ? (
        <ErrorState onRetry={() => void list.refetch()} />
      ) : state.view === 'table' ? (
        <DataTable
          {...paging}
          label={t('title')}
          columns={columns}
          rowKey={({ id }) => id}
          rowHeight={52}
          narrow={(membership) => (
            <span className="grid min-w-0 gap-0.5">
              <MembershipWho membership={membership} />
              <span className="truncate font-mono text-xs text-muted-foreground">{membership.flag}</span>
              <MembershipWhen membership={membership} className="truncate text-xs" />
            </span>
          )}
          narrowRowHeight={76}
          onEdit={canEdit ? onEdit : undefined}
          onOpen={canEdit ? onEdit : undefined}
        />
      ) : (
        <Timeline
          {...paging}
          project={project}
          zoom={state.zoom}
          onZoom={(zoom) => void setState({ zoom })}
          details={details}
        />
      )}
      {asked?.what === 'add' && (
        <MembershipDialog
          project={project}
          environments={[environment]}
          environment={environment.key}
          {...(filter.flag !== null && { flag: filter.flag })}
          onClose={close}
        />
      )}
      {asked?.what === 'import' && <ImportDialog {...here} flag={filter.flag} onClose={close} />}
      {asked?.what === 'edit' && <EditMembershipDialog {...here} membership={asked.membership} onClose={close} />}
      {asked?.what === 'remove' && <RemoveMembership {...here} membership={asked.membership} onClose={close} />}
    </PageBody>
  );
}
