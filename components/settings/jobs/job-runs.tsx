'use client';

import { useTranslations } from 'next-intl';
import { RelativeTime } from '@/components/shared/relative-time';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table';
import type { JobRunView } from '@/lib/services/job-runs/types';
import { OutcomeBadge } from './outcome-badge';
import { useJobWords } from './use-job-words';

const tookOf = ({ startedAt, finishedAt }: JobRunView): number | null =>
  finishedAt === null ? null : Math.max(0, Date.parse(finishedAt) - Date.parse(startedAt));

function Done({ run }: { run: JobRunView }) {
  const t = useTranslations('jobs');
  const words = useJobWords();
  if (run.error !== null) return <span className="text-destructive-text">{t('error', { code: run.error })}</span>;
  if (run.outcome === 'died' || run.outcome === 'stopped') return t(`outcomeHints.${run.outcome}`);
  return words.report(run.report);
}

/** The newest runs of a job, and what each did. */
export function JobRuns({ runs, label }: { runs: readonly JobRunView[]; label: string }) {
  const t = useTranslations('jobs');
  const words = useJobWords();
  return (
    <Table aria-label={label} className="text-[13px]">
      <TableHeader>
        <TableRow>
          <TableHead>{t('columns.started')}</TableHead>
          <TableHead>{t('columns.outcome')}</TableHead>
          <TableHead>{t('columns.report')}</TableHead>
          <TableHead className="text-right">{t('columns.took')}</TableHead>
          <TableHead>{t('columns.holder')}</TableHead>
        </TableRow>
      </TableHeader>
      <TableBody>
        {runs.map((run) => {
          const took = tookOf(run);
          return (
            <TableRow key={run.id}>
              <TableCell className="whitespace-nowrap">
                <RelativeTime at={run.startedAt} />{' '}
                <span className="text-muted-foreground">{t(`startedBy.${run.startedBy}`)}</span>
              </TableCell>
              <TableCell>
                <OutcomeBadge outcome={run.outcome} />
              </TableCell>
              <TableCell className="min-w-40">
                <Done run={run} />
              </TableCell>
              <TableCell className="text-right whitespace-nowrap tabular-nums">
                {took === null ? '–' : words.took(took)}
              </TableCell>
              <TableCell className="font-mono text-xs text-muted-foreground">{run.holder}</TableCell>
            </TableRow>
          );
        })}
      </TableBody>
    </Table>
  );
}
