'use client';

import { CalendarDays } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { PageBody } from '@/components/frame/page-body';
import { EmptyState } from '@/components/shared/empty-state';
import type { EnvironmentLike } from '@/components/shared/environment-badge';
import { ErrorState } from '@/components/shared/error-state';
import { TableSkeleton } from '@/components/shared/loading';
import { PageHeader } from '@/components/shared/page-header';
import { useShortcut } from '@/components/shared/use-shortcut';
import { type InitialCalendar, useCalendar } from '@/lib/client/use-calendar';
import { Agenda } from './agenda';
import { type CalendarDay, daysShown, moved } from './calendar-days';
import type { CalendarPlace } from './calendar-place';
import { CalendarToolbar } from './calendar-toolbar';
import { FeedDialog } from './feed-dialog';
import { KindLegend } from './kind-legend';
import { MonthGrid } from './month-grid';
import { type Shown, shownOf } from './shown';
import { type CalendarState, useCalendarState } from './use-calendar-state';
import { WeekColumns } from './week-columns';

export interface CalendarPageProps {
  project: string;
  environments: readonly EnvironmentLike[];
  /** What the address asks for, in UTC: browsers of other zones ask again. */
  initial: InitialCalendar;
}

interface DaysProps {
  state: CalendarState;
  place: CalendarPlace;
  days: readonly CalendarDay[];
  shown: Shown;
}

/** The chosen view; narrow screens have a list instead of columns. */
function Days({ state: { view, set }, ...rest }: DaysProps) {
  if (view === 'day') return <Agenda {...rest} />;
  return (
    <>
      <div className="max-md:hidden">
        {view === 'week' ? (
          <WeekColumns {...rest} />
        ) : (
          <MonthGrid {...rest} onOpenDay={(date) => set({ view: 'day', date })} />
        )}
      </div>
      <div className="md:hidden">
        <Agenda {...rest} isDense />
      </div>
    </>
  );
}

function useCalendarKeys({ view, date, set }: CalendarState): void {
  useShortcut('ArrowLeft', () => set({ date: moved(date, view, -1) }));
  useShortcut('ArrowRight', () => set({ date: moved(date, view, 1) }));
  useShortcut('t', () => set({ date: null }));
  useShortcut('d', () => set({ view: 'day' }));
  useShortcut('w', () => set({ view: 'week' }));
  useShortcut('m', () => set({ view: 'month' }));
}

/** Everything that happens by the clock, across flags, by day, week or month. */
export function CalendarPage({ project, environments, initial }: CalendarPageProps) {
  const t = useTranslations('calendar');
  const state = useCalendarState();
  useCalendarKeys(state);
  const { view, date, today, now, timezone, environment, flag, choice } = state;
  const days = daysShown(date, today, view, timezone);
  const from = new Date(days[0]?.start ?? 0).toISOString();
  const to = new Date(days.at(-1)?.end ?? 0).toISOString();
  const calendar = useCalendar(project, { from, to, timezone, environment, flag }, initial);
  const { data } = calendar;
  const place: CalendarPlace = { project, timezone, today, now, environments };
  const shown = data && shownOf(data, choice);
  const isEmpty = shown?.entries.length === 0 && shown.more.size === 0;
  const isFiltered = choice.hidden.length > 0 || choice.onlyCollisions;
  return (
    <PageBody>
      <PageHeader title={t('title')} description={t('description')} actions={<FeedDialog project={project} />} />
      <CalendarToolbar project={project} environments={environments} state={state} days={days} />
      {data && <KindLegend items={data.items} choice={choice} onChange={(change) => state.set({ choice: change })} />}
      {calendar.isError && !data && <ErrorState title={t('failed')} onRetry={() => void calendar.refetch()} />}
      {!calendar.isError && !data && <TableSkeleton />}
      {shown && (
        <div aria-busy={calendar.isPlaceholderData} className="grid gap-4">
          {isEmpty && (
            <EmptyState
              icon={<CalendarDays />}
              title={t(isFiltered ? 'nothingFiltered' : 'nothing')}
              description={isFiltered ? undefined : t('nothingHint')}
              className="max-w-none rounded-lg border py-6"
            />
          )}
          <Days state={state} place={place} days={days} shown={shown} />
        </div>
      )}
    </PageBody>
  );
}
