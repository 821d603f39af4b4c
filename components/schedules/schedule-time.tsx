'use client';

import { useTranslations } from 'next-intl';
import { RelativeTime } from '@/components/shared/relative-time';
import type { ScheduleView } from '@/lib/services/schedules/types';
import { useCronWords } from './use-cron-words';

/** When it runs next; under it how often, where it runs again and again. */
export function ScheduleTime({ schedule }: { schedule: ScheduleView }) {
  const t = useTranslations('schedules');
  const words = useCronWords();
  const { cron, nextRunAt, timezone } = schedule;
  return (
    <span className="grid min-w-0">
      {nextRunAt === null ? (
        <span className="text-muted-foreground">{t('noNext')}</span>
      ) : (
        <RelativeTime at={nextRunAt} className="truncate leading-[18px]" />
      )}
      {cron !== null && (
        <span className="truncate text-xs leading-4 text-muted-foreground" title={cron}>
          {words(cron)} · {timezone.replaceAll('_', ' ')}
        </span>
      )}
    </span>
  );
}
