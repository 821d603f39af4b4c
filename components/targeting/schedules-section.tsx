'use client';

import { CalendarClock } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { ScheduleStatusBadge } from '@/components/schedules/schedule-status';
import { ScheduleTime } from '@/components/schedules/schedule-time';
import { isStuck } from '@/components/schedules/schedule-types';
import { useSentences } from '@/lib/client/use-sentences';
import { useFlagSchedules } from '@/lib/client/use-schedules';
import type { ScheduleView } from '@/lib/services/schedules/types';
import { useTargeting } from './targeting-context';

const SHOWN = 3;

/** What the clock will change here; nothing is shown while that is nothing. */
export function SchedulesSection() {
  const t = useTranslations('schedules.section');
  const { project, flag, environment } = useTargeting();
  const id = useId();
  const { data } = useFlagSchedules(project, flag.key, environment.key);
  if (!data || data.items.length === 0) return null;
  const items = [...data.items].sort(
    (a, b) => Number(isStuck(b)) - Number(isStuck(a)) || (a.nextRunAt ?? '9999').localeCompare(b.nextRunAt ?? '9999'),
  );
  const query = new URLSearchParams({ flag: flag.key, environment: environment.key });
  return (
    <section aria-labelledby={id} className="mb-4 rounded-lg border bg-card">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3">
        <CalendarClock aria-hidden="true" className="size-4 shrink-0 text-muted-foreground" />
        <div className="min-w-0 flex-1 basis-40">
          <h2 id={id} className="text-sm leading-5 font-semibold">
            {t('title', { count: data.total ?? items.length })}
          </h2>
          <p className="text-[13px] leading-[18px] text-muted-foreground">{t('description')}</p>
        </div>
        <Link
          href={`/p/${project}/schedules?${query.toString()}`}
          className="rounded-sm text-[13px] font-medium text-link hover:underline"
        >
          {t('all')}
        </Link>
      </header>
      <ul className="grid gap-3 border-t px-4 py-3">
        {items.slice(0, SHOWN).map((schedule) => (
          <Line key={schedule.id} project={project} schedule={schedule} />
        ))}
      </ul>
    </section>
  );
}

function Line({ project, schedule }: { project: string; schedule: ScheduleView }) {
  const word = useSentences();
  return (
    <li className="grid gap-x-4 gap-y-1 text-[13px] sm:grid-cols-[minmax(0,1fr)_minmax(0,12rem)_auto]">
      <Link
        href={`/p/${project}/schedules?schedule=${encodeURIComponent(schedule.id)}`}
        className="truncate rounded-sm font-medium hover:underline"
      >
        {schedule.description || schedule.messages.map(word).join(' ')}
      </Link>
      <ScheduleTime schedule={schedule} />
      <ScheduleStatusBadge schedule={schedule} />
    </li>
  );
}
