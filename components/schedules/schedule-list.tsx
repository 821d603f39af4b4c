'use client';

import { CalendarClock, Plus, SearchX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { useMemo, useState } from 'react';
import { PageBody } from '@/components/frame/page-body';
import { FlagChoice } from '@/components/plans/flag-choice';
import { DataTable } from '@/components/shared/data-table';
import { EmptyState } from '@/components/shared/empty-state';
import { ErrorState } from '@/components/shared/error-state';
import { PageHeader } from '@/components/shared/page-header';
import { Button } from '@/components/ui/button';
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from '@/components/ui/select';
import { queryKeys } from '@/lib/client/query-keys';
import { usePages } from '@/lib/client/use-pages';
import { SCHEDULE_STATUSES } from '@/lib/schemas/schedule';
import type { Page } from '@/lib/services/page';
import type { ScheduleView } from '@/lib/services/schedules/types';
import { CreateScheduleDialog } from './create-schedule-dialog';
import { ScheduleSheet } from './schedule-sheet';
import { ScheduleStatusBadge } from './schedule-status';
import { ScheduleTime } from './schedule-time';
import { isStuck, type SchedulesPlace } from './schedule-types';
import { ScheduleWhat, useScheduleColumns } from './use-schedule-columns';

export interface ScheduleListProps extends SchedulesPlace {
  initial: { filter: ScheduleFilter; page: Page<ScheduleView> };
}

const CHOICES = ['open', ...SCHEDULE_STATUSES, 'all'] as const;
export interface ScheduleFilter {
  status: (typeof CHOICES)[number];
  flag: string | null;
  environment: string | null;
}

/** Keys have no asterisk. */
const ANY = '*';

/** What waits for somebody first, then what is next; what has no next instant last. */
const inOrder = (a: ScheduleView, b: ScheduleView): number =>
  Number(isStuck(b)) - Number(isStuck(a)) ||
  (a.nextRunAt ?? '9999').localeCompare(b.nextRunAt ?? '9999') ||
  b.updatedAt.localeCompare(a.updatedAt);

const same = (a: ScheduleFilter, b: ScheduleFilter): boolean =>
  a.status === b.status && a.flag === b.flag && a.environment === b.environment;

/** The project's schedules, and one of them opened. */
export function ScheduleList({ project, environments, initial }: ScheduleListProps) {
  const t = useTranslations('schedules');
  const [asked, setAsked] = useQueryStates({
    status: parseAsStringLiteral(CHOICES).withDefault('open'),
    flag: parseAsString,
    environment: parseAsString,
    schedule: parseAsString,
  });
  const { schedule: open, ...filter } = asked;
  const [isCreating, setCreating] = useState(false);
  const place = useMemo(() => ({ project, environments }), [project, environments]);
  const { status, flag, environment } = filter;
  const list = usePages<ScheduleView>({
    project,
    queryKey: [...queryKeys.schedules(project), 'list', filter],
    segments: ['schedules'],
    query: { flag, environment, status: status === 'all' ? null : status },
    initial: same(filter, initial.filter) ? initial.page : undefined,
  });
  const rows = useMemo(() => [...list.rows].sort(inOrder), [list.rows]);
  const columns = useScheduleColumns(place);
  const isFiltered = status !== 'open' || flag !== null || environment !== null;
  const create = environments.some(({ can }) => can.edit) && (
    <Button onClick={() => setCreating(true)}>
      <Plus />
      {t('create.title')}
    </Button>
  );
  return (
    <PageBody layout="fill">
      <PageHeader
        title={t('title')}
        meta={<span className="text-sm text-muted-foreground tabular-nums">{t('count', { count: list.total })}</span>}
        actions={create}
      />
      <Filters place={place} value={filter} onChange={(changes) => void setAsked(changes)} />
      {list.isError && list.rows.length === 0 ? (
        <ErrorState onRetry={() => void list.refetch()} />
      ) : (
        <DataTable
          label={t('title')}
          columns={columns}
          rows={rows}
          total={list.total}
          rowKey={({ id }) => id}
          rowLabel={({ description, flag: key }) => description || key}
          rowHeight={52}
          narrow={(schedule) => <Card schedule={schedule} />}
          narrowRowHeight={104}
          onEndReached={() => void list.fetchNextPage()}
          isLoadingMore={list.isFetchingNextPage}
          hasLoadError={list.isFetchNextPageError}
          onOpen={({ id }) => void setAsked({ schedule: id })}
          empty={
            isFiltered ? (
              <EmptyState icon={<SearchX />} title={t('noMatch.title')} description={t('noMatch.description')} />
            ) : (
              <EmptyState
                icon={<CalendarClock />}
                title={t('empty.title')}
                description={t('empty.description')}
                action={create}
              />
            )
          }
        />
      )}
      <ScheduleSheet
        place={place}
        id={open}
        initial={rows.find(({ id }) => id === open)}
        onClose={() => void setAsked({ schedule: null })}
      />
      {isCreating && (
        <CreateScheduleDialog place={place} flag={flag} environment={environment} onClose={() => setCreating(false)} />
      )}
    </PageBody>
  );
}

function Card({ schedule }: { schedule: ScheduleView }) {
  return (
    <span className="grid min-w-0 gap-1.5 py-2">
      <ScheduleWhat schedule={schedule} />
      <span className="flex min-w-0 items-start justify-between gap-3 text-[13px]">
        <ScheduleTime schedule={schedule} />
        <ScheduleStatusBadge schedule={schedule} />
      </span>
    </span>
  );
}

interface FiltersProps {
  place: SchedulesPlace;
  value: ScheduleFilter;
  onChange: (changes: Partial<ScheduleFilter>) => void;
}

function Filters({ place, value, onChange }: FiltersProps) {
  const t = useTranslations('schedules');
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Select
        value={value.status}
        onValueChange={(next) => onChange({ status: CHOICES.find((each) => each === next) ?? 'open' })}
      >
        <SelectTrigger aria-label={t('filter.status')} className="w-44 max-sm:flex-1">
          <SelectValue />
        </SelectTrigger>
        <SelectContent>
          {CHOICES.map((status) => (
            <SelectItem key={status} value={status}>
              {status === 'open' || status === 'all' ? t(`filter.${status}`) : t(`status.${status}`)}
            </SelectItem>
          ))}
        </SelectContent>
      </Select>
      <Select
        value={value.environment ?? ANY}
        onValueChange={(next) => onChange({ environment: next === ANY ? null : next })}
      >
        <SelectTrigger aria-label={t('filter.environment')} className="w-44 max-sm:flex-1">
          <SelectValue />
        </SelectTrigger>
        <SelectContent>
          <SelectItem value={ANY}>{t('filter.anyEnvironment')}</SelectItem>
          {place.environments.map(({ key, name }) => (
            <SelectItem key={key} value={key}>
              {name}
            </SelectItem>
          ))}
        </SelectContent>
      </Select>
      <FlagChoice
        project={place.project}
        value={value.flag ?? ANY}
        any={{ value: ANY, label: t('filter.anyFlag') }}
        aria-label={t('filter.flag')}
        onChange={(flag) => onChange({ flag: flag === ANY ? null : flag })}
        className="w-56 max-sm:flex-1"
      />
    </div>
  );
}
