'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { Column } from '@/components/shared/data-table-types';
import { EnvironmentBadge } from '@/components/shared/environment-badge';
import { RelativeTime } from '@/components/shared/relative-time';
import { useSentences } from '@/lib/client/use-sentences';
import type { ScheduleView } from '@/lib/services/schedules/types';
import { ScheduleStatusBadge } from './schedule-status';
import { ScheduleTime } from './schedule-time';
import type { SchedulesPlace } from './schedule-types';

/** What it does in words, over the flag's key. */
export function ScheduleWhat({ schedule }: { schedule: ScheduleView }) {
  const t = useTranslations('schedules');
  const word = useSentences();
  const [first, ...more] = schedule.messages;
  const said = first ? word(first) : t('flagGone');
  return (
    <span className="grid min-w-0">
      <span className="truncate leading-[18px] font-medium">
        {schedule.description || said}
        {!schedule.description && more.length > 0 && ` ${t('more', { count: more.length })}`}
      </span>
      <span className="truncate font-mono text-xs leading-4 text-muted-foreground">{schedule.flag}</span>
    </span>
  );
}

export function useScheduleColumns({ environments }: SchedulesPlace): Column<ScheduleView>[] {
  const t = useTranslations('schedules');
  return useMemo(
    () => [
      {
        id: 'what',
        header: t('column.what'),
        track: 'minmax(12rem, 2fr)',
        cell: (schedule) => <ScheduleWhat schedule={schedule} />,
      },
      {
        id: 'environment',
        header: t('column.environment'),
        track: 'minmax(7rem, 0.8fr)',
        from: 'sm',
        cell: ({ environment: key }) => {
          const environment = environments.find((each) => each.key === key);
          return environment ? <EnvironmentBadge environment={environment} /> : key;
        },
      },
      {
        id: 'next',
        header: t('column.next'),
        track: 'minmax(10rem, 1.4fr)',
        from: 'sm',
        cell: (schedule) => <ScheduleTime schedule={schedule} />,
      },
      {
        id: 'status',
        header: t('column.status'),
        track: '8.5rem',
        cell: (schedule) => <ScheduleStatusBadge schedule={schedule} />,
      },
      {
        id: 'last',
        header: t('column.last'),
        track: 'minmax(8rem, 1fr)',
        from: 'lg',
        cell: ({ lastRun }) =>
          lastRun === null ? (
            <span className="text-muted-foreground">–</span>
          ) : (
            <span className="grid min-w-0">
              <span className="truncate leading-[18px]">{t(`outcome.${lastRun.outcome}`)}</span>
              <RelativeTime at={lastRun.at} className="truncate text-xs leading-4 text-muted-foreground" />
            </span>
          ),
      },
    ],
    [environments, t],
  );
}
