'use client';

import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useJobs } from '@/lib/client/use-jobs';
import type { JobsView } from '@/lib/services/job-runs/types';
import { JobRow } from './job-row';

const clocksOf = ({ ticker, cron }: JobsView): 'both' | 'ticker' | 'cron' | 'none' =>
  ticker ? (cron ? 'both' : 'ticker') : cron ? 'cron' : 'none';

/** What runs by the clock in the whole installation. */
export function JobSettings({ initial }: { initial: JobsView }) {
  const t = useTranslations('jobs');
  const { data: jobs } = useJobs(initial);
  const isIdle = jobs.items.length > 0 && jobs.items.every(({ overdue }) => overdue);
  const clocks = clocksOf(jobs);
  return (
    <section className="grid gap-4">
      <p className="max-w-prose text-sm text-muted-foreground">
        {t('intro')} {clocks !== 'none' && t(`clocks.${clocks}`)}
      </p>
      {(isIdle || clocks === 'none') && (
        <div
          role="alert"
          className="flex items-start gap-3 rounded-lg border border-warning/30 bg-warning/10 px-4 py-3"
        >
          <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warning" />
          <div className="grid gap-1 text-sm">
            <p className="font-medium">{isIdle ? t('overdueTitle') : t('clocks.none')}</p>
            <p className="max-w-prose text-[13px]">{t('overdueHint')}</p>
          </div>
        </div>
      )}
      <ul aria-label={t('list')} className="divide-y rounded-lg border bg-card">
        {jobs.items.map((job) => (
          <JobRow key={job.name} job={job} />
        ))}
      </ul>
    </section>
  );
}
