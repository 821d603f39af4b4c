'use client';

import { CircleAlert, CircleCheck, Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { downloadText } from '@/components/shared/download';
import { Button } from '@/components/ui/button';
import { toCsv } from '@/lib/schemas/csv';
import type { ImportRow } from '@/lib/schemas/membership-import';
import type { Checked } from './use-import';
import { useProblemText } from './use-problem-text';

const SHOWN_ROWS = 5;
const SHOWN_PROBLEMS = 100;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function Preview({ rows, flag }: { rows: readonly ImportRow[]; flag: string }) {
  const t = useTranslations('memberships');
  const cell = 'max-w-40 truncate px-2 py-1.5 text-left font-normal first:pl-3 last:pr-3';
  return (
    <div className="overflow-x-auto rounded-md border">
      <table className="w-full text-xs">
        <caption className="sr-only">{t('import.first')}</caption>
        <thead className="bg-muted text-muted-foreground">
          <tr>
            {(['line', 'who', 'flag', 'from', 'to', 'variant'] as const).map((name) => (
              <th key={name} scope="col" className={cell}>
                {t(`column.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="tabular-nums">
          {rows.slice(0, SHOWN_ROWS).map((row) => (
            <tr key={row.line} className="border-t">
              <td className={`${cell} text-muted-foreground`}>{row.line}</td>
              <td className={`${cell} font-mono`}>{textOf(row.subject) || textOf(row.tenant)}</td>
              <td className={`${cell} font-mono`}>{textOf(row.flag) || flag}</td>
              <td className={cell}>{textOf(row.startDate) || textOf(row.startsAt)}</td>
              <td className={cell}>{textOf(row.endDate) || textOf(row.endsAt)}</td>
              <td className={cell}>{textOf(row.variant)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Problems({ checked }: { checked: Checked }) {
  const t = useTranslations('memberships.import');
  const word = useProblemText();
  const { problems, name } = checked;
  const lines = new Set(problems.map(({ line }) => line)).size;
  const download = (): void => {
    const rows = problems.map((problem) => [problem.line, problem.path, problem.code, word(problem)]);
    downloadText(`${name.replace(/\.\w+$/, '')}-errors.csv`, toCsv([['line', 'column', 'code', 'error'], ...rows]));
  };
  return (
    <section aria-label={t('errors')} className="grid gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="flex items-center gap-1.5 text-[13px] text-destructive-text">
          <CircleAlert aria-hidden="true" className="size-4 shrink-0" />
          {t('bad', { count: lines })}
        </p>
        <Button size="sm" variant="outline" onClick={download}>
          <Download />
          {t('download')}
        </Button>
      </div>
      {/* Scrolled by keyboard, too. */}
      <ul tabIndex={0} aria-label={t('errors')} className="max-h-36 overflow-y-auto rounded-md border text-xs">
        {problems.slice(0, SHOWN_PROBLEMS).map((problem) => (
          <li
            key={`${problem.line} ${problem.path} ${problem.code}`}
            className="grid grid-cols-[5.5rem_1fr] gap-2 border-b px-3 py-1.5 last:border-b-0"
          >
            <span className="text-muted-foreground tabular-nums">{t('line', { line: problem.line })}</span>
            <span>{word(problem)}</span>
          </li>
        ))}
        {problems.length > SHOWN_PROBLEMS && (
          <li className="px-3 py-1.5 text-muted-foreground">
            {t('moreErrors', { count: problems.length - SHOWN_PROBLEMS })}
          </li>
        )}
      </ul>
    </section>
  );
}

/** What was found in a file: what would be added, what is there already, and what is wrong, line by line. */
export function ImportChecked({ checked, flag }: { checked: Checked; flag: string }) {
  const t = useTranslations('memberships.import');
  const { good, present, problems, file } = checked;
  return (
    <div className="grid gap-3">
      <div className="grid gap-1 text-[13px]" aria-live="polite">
        <p className="flex items-center gap-1.5 font-medium">
          <CircleCheck aria-hidden="true" className="size-4 shrink-0 text-success" />
          {t('good', { count: good.length - present })}
        </p>
        {present > 0 && <p className="pl-5.5 text-muted-foreground">{t('present', { count: present })}</p>}
        {file.ignored.length > 0 && (
          <p className="pl-5.5 text-muted-foreground">{t('ignored', { columns: file.ignored.join(', ') })}</p>
        )}
      </div>
      {good.length > 0 && <Preview rows={good} flag={flag} />}
      {problems.length > 0 && <Problems checked={checked} />}
    </div>
  );
}
