'use client';

import { ChevronDown, Play } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { RelativeTime } from '@/components/shared/relative-time';
import { useTickingNow } from '@/components/shared/now-provider';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { Collapsible, CollapsibleContent, CollapsibleTrigger } from '@/components/ui/collapsible';
import { useRunJob } from '@/lib/client/use-jobs';
import type { JobRunAnswer, JobView } from '@/lib/services/job-runs/types';
import { JobRuns } from './job-runs';
import { OutcomeBadge } from './outcome-badge';
import { useJobWords } from './use-job-words';

/** Server and browser space twelve hours differently. */
const CLOCK = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const;

function State({ running, overdue }: JobView) {
  const t = useTranslations('jobs');
  const format = useFormatter();
  if (running?.died) {
    return (
      <Badge variant="destructive" title={t('interruptedHint', { holder: running.holder })}>
        {t('interrupted')}
      </Badge>
    );
  }
  if (running) {
    const time = format.dateTime(new Date(running.startedAt), { ...CLOCK, timeZone: 'UTC' });
    return (
      <Badge variant="default" title={t('runningIn', { time: `${time} UTC`, holder: running.holder })}>
        {t('running')}
      </Badge>
    );
  }
  return overdue ? <Badge variant="warning">{t('overdue')}</Badge> : null;
}

function NextRun({ nextAt, overdue }: JobView) {
  const t = useTranslations('jobs');
  const now = useTickingNow();
  if (nextAt === null) return t('byOthers');
  // What comes every few seconds is not counted down.
  return overdue || Date.parse(nextAt) - now < 30_000 ? t('soon') : <RelativeTime at={nextAt} />;
}

function Answer({ answer, name }: { answer: JobRunAnswer; name: string }) {
  const t = useTranslations('jobs');
  const words = useJobWords();
  const { outcome, report, error } = answer;
  const text = outcome === 'busy' ? t('busy') : error === null ? words.report(report) : t('error', { code: error });
  return (
    <p role="status" className="flex flex-wrap items-center gap-2 rounded-md bg-muted/50 px-3 py-2 text-[13px]">
      <OutcomeBadge outcome={outcome} />
      <span>
        {t(error === null ? 'ran' : 'runFailed', { name })} {text}
      </span>
    </p>
  );
}

/** A job: when it ran and runs, what came of it, and running it now. */
export function JobRow({ job }: { job: JobView }) {
  const t = useTranslations('jobs');
  const words = useJobWords();
  const [open, setOpen] = useState(false);
  const run = useRunJob();
  const name = words.name(job.name);
  return (
    <li className="grid gap-3 px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <div className="grid min-w-0 flex-1 basis-56 gap-0.5">
          <h2 className="flex flex-wrap items-center gap-2 text-sm font-medium">
            {name}
            <State {...job} />
          </h2>
          <p className="truncate text-[13px] text-muted-foreground">
            <code className="font-mono text-xs">{job.name}</code> · {words.every(job.everyMs)}
          </p>
        </div>
        <dl className="grid basis-80 grid-cols-2 gap-x-4 text-[13px]">
          <dt className="text-muted-foreground">{t('last')}</dt>
          <dt className="text-muted-foreground">{t('next')}</dt>
          <dd className="flex flex-wrap items-center gap-x-2">
            {job.last ? <RelativeTime at={job.last.startedAt} /> : t('never')}
            {job.last && <OutcomeBadge outcome={job.last.outcome} />}
          </dd>
          <dd>
            <NextRun {...job} />
          </dd>
        </dl>
        <Button
          variant="outline"
          size="sm"
          aria-label={t('runOf', { name })}
          disabled={run.isPending}
          onClick={() => run.mutate(job.name)}
        >
          <Play />
          {t('run')}
        </Button>
      </div>
      {run.data && <Answer answer={run.data} name={name} />}
      {run.isError && (
        <p role="alert" className="text-[13px] text-destructive-text">
          {t('failed')}
        </p>
      )}
      {job.runs.length > 0 && (
        <Collapsible open={open} onOpenChange={setOpen}>
          <CollapsibleTrigger asChild>
            <Button variant="ghost" size="sm" className="-ml-2 text-muted-foreground">
              <ChevronDown className={cn('transition-transform motion-reduce:transition-none', open && 'rotate-180')} />
              {open ? t('hideRuns') : t('showRuns', { count: job.runs.length })}
              <span className="sr-only">{name}</span>
            </Button>
          </CollapsibleTrigger>
          <CollapsibleContent>
            <JobRuns runs={job.runs} label={`${name}: ${t('history')}`} />
          </CollapsibleContent>
        </Collapsible>
      )}
    </li>
  );
}
