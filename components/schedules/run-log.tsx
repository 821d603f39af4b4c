'use client';

import { useTranslations } from 'next-intl';
import { RelativeTime } from '@/components/shared/relative-time';
import { Badge } from '@/components/ui/badge';
import { Skeleton } from '@/components/ui/skeleton';
import { useScheduleRuns } from '@/lib/client/use-schedules';
import type { ScheduleRunView } from '@/lib/services/schedules/types';
import { OutcomeBadge } from './schedule-status';
import { useReasonText } from './use-reason-text';

/** What became of each run, the newest first. */
export function RunLog({ project, id }: { project: string; id: string }) {
  const t = useTranslations('schedules.log');
  const { data, isError } = useScheduleRuns(project, id);
  return (
    <section className="grid gap-2">
      <h3 className="text-sm font-semibold">{t('title')}</h3>
      {isError && <p className="text-[13px] text-destructive-text">{t('failed')}</p>}
      {!data && !isError && <Skeleton className="h-16 w-full rounded-md" />}
      {data?.items.length === 0 && <p className="text-[13px] text-muted-foreground">{t('none')}</p>}
      {data && data.items.length > 0 && (
        <ol aria-label={t('title')} className="divide-y rounded-md border">
          {data.items.map((run) => (
            <Run key={run.plannedAt} run={run} />
          ))}
        </ol>
      )}
    </section>
  );
}

function Run({ run }: { run: ScheduleRunView }) {
  const t = useTranslations('schedules.log');
  const reasonOf = useReasonText();
  return (
    <li className="grid gap-1 px-3 py-2 text-[13px]">
      <span className="flex flex-wrap items-center gap-2">
        <OutcomeBadge outcome={run.outcome} />
        {run.late && run.outcome !== 'skipped' && <Badge variant="warning">{t('late')}</Badge>}
        <RelativeTime at={run.plannedAt} className="ml-auto text-muted-foreground" />
      </span>
      {run.error && (
        <span className="text-muted-foreground">
          {reasonOf(run.error.code)}
          {run.error.issues.map(({ path, message }) => (
            <span key={`${path}${message}`} className="block">
              {message}
            </span>
          ))}
        </span>
      )}
      {(run.attempts > 1 || run.configVersion !== null) && (
        <span className="text-xs text-muted-foreground tabular-nums">
          {[
            ...(run.configVersion === null ? [] : [t('version', { version: run.configVersion })]),
            ...(run.attempts > 1 ? [t('attempts', { count: run.attempts })] : []),
          ].join(' · ')}
        </span>
      )}
    </li>
  );
}
