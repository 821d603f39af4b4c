'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { EnvironmentBadge } from '@/components/shared/environment-badge';
import { RelativeTime } from '@/components/shared/relative-time';
import { SentenceList } from '@/components/targeting/sentence-list';
import { Sheet, SheetContent, SheetDescription, SheetHeader, SheetTitle } from '@/components/ui/sheet';
import { Skeleton } from '@/components/ui/skeleton';
import { useSchedule } from '@/lib/client/use-schedules';
import type { ScheduleView } from '@/lib/services/schedules/types';
import { NextRuns } from './cron-fields';
import { RunLog } from './run-log';
import { ScheduleButtons } from './schedule-buttons';
import { ScheduleDiff } from './schedule-diff';
import { ScheduleStatusBadge } from './schedule-status';
import { isOver, isStuck, type SchedulesPlace } from './schedule-types';
import { useCronWords } from './use-cron-words';
import { useInstantWords } from './use-instant-words';
import { useReasonText } from './use-reason-text';

export interface ScheduleSheetProps {
  place: SchedulesPlace;
  /** Null while none is open. */
  id: string | null;
  /** As the list has it. */
  initial?: ScheduleView;
  onClose: () => void;
}

/** Everything about one schedule: what it does, when, what it would change now, and what became of its runs. */
export function ScheduleSheet({ place, id, initial, onClose }: ScheduleSheetProps) {
  const t = useTranslations('schedules.detail');
  const { data, isError } = useSchedule(place.project, id, initial);
  return (
    <Sheet open={id !== null} onOpenChange={(open) => !open && onClose()}>
      <SheetContent side="right" className="w-full overflow-y-auto sm:max-w-2xl">
        <SheetHeader>
          <SheetTitle>{data?.description || t('title')}</SheetTitle>
          <SheetDescription>
            {data ? t('by', { name: data.createdBy.name }) : isError ? t('absent') : ''}
          </SheetDescription>
        </SheetHeader>
        {data ? <Detail place={place} schedule={data} /> : !isError && <Skeleton className="mx-4 h-40 rounded-md" />}
      </SheetContent>
    </Sheet>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[7rem_minmax(0,1fr)] gap-2 py-1.5">
      <dt className="text-muted-foreground">{term}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </div>
  );
}

function Detail({ place, schedule }: { place: SchedulesPlace; schedule: ScheduleView }) {
  const t = useTranslations('schedules.detail');
  const reasonOf = useReasonText();
  const environment = place.environments.find(({ key }) => key === schedule.environment);
  return (
    <div className="grid gap-5 px-4 pb-6 text-sm">
      {schedule.reason !== null && (
        <p
          role="status"
          className="rounded-md border border-warning/30 bg-warning/10 px-3 py-2 text-[13px] text-foreground"
        >
          {reasonOf(schedule.reason)}
          {isStuck(schedule) && ` ${t(schedule.status === 'review' ? 'reviewHint' : 'failedHint')}`}
        </p>
      )}
      {environment && <ScheduleButtons project={place.project} environment={environment} schedule={schedule} />}
      <Facts place={place} schedule={schedule} />
      <section className="grid gap-2">
        <h3 className="text-sm font-semibold">{t('what')}</h3>
        <SentenceList sentences={schedule.messages} />
      </section>
      {!isOver(schedule) && schedule.messages.length > 0 && (
        <section className="grid min-w-0 gap-2">
          <h3 className="text-sm font-semibold">{t('now')}</h3>
          <ScheduleDiff project={place.project} schedule={schedule} />
        </section>
      )}
      {schedule.cron !== null && schedule.status === 'waiting' && (
        <NextRuns cron={schedule.cron} timezone={schedule.timezone} />
      )}
      <RunLog project={place.project} id={schedule.id} />
    </div>
  );
}

function Facts({ place, schedule }: { place: SchedulesPlace; schedule: ScheduleView }) {
  const t = useTranslations('schedules.detail');
  const words = useCronWords();
  const write = useInstantWords(schedule.timezone);
  const { project, environments } = place;
  const environment = environments.find(({ key }) => key === schedule.environment);
  const flagPath = `/p/${project}/flags/${encodeURIComponent(schedule.flag)}/targeting`;
  return (
    <dl className="divide-y">
      <Fact term={t('status')}>
        <ScheduleStatusBadge schedule={schedule} />
      </Fact>
      <Fact term={t('flag')}>
        <span className="flex min-w-0 flex-wrap items-center gap-2">
          <Link
            href={`${flagPath}?env=${encodeURIComponent(schedule.environment)}`}
            className="font-mono text-xs text-link hover:underline"
          >
            {schedule.flag}
          </Link>
          {environment && <EnvironmentBadge environment={environment} />}
        </span>
      </Fact>
      <Fact term={t('when')}>
        {schedule.cron === null
          ? write(schedule.at ?? schedule.createdAt)
          : `${words(schedule.cron)} (${schedule.timezone})`}
      </Fact>
      {schedule.nextRunAt !== null && (
        <Fact term={t('next')}>
          <RelativeTime at={schedule.nextRunAt} />
        </Fact>
      )}
      {schedule.missedAfter !== null && (
        <Fact term={t('missed')}>{t('minutes', { count: Math.round(schedule.missedAfter / 60_000) })}</Fact>
      )}
      {schedule.comment && <Fact term={t('comment')}>{schedule.comment}</Fact>}
    </dl>
  );
}
