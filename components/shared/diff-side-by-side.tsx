import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';
import { type DiffEntry, pairLines } from './diff-hunks';
import { DIFF_TINT, DiffLineText, DiffNumber, DiffSkipped } from './diff-line-text';
import type { DiffLine } from './line-diff';

export function DiffSideBySide({ entries }: { entries: readonly DiffEntry[] }) {
  const t = useTranslations('common');
  return (
    <div className="min-w-[40rem]">
      <div className="grid grid-cols-2 border-b font-sans text-muted-foreground">
        <span className="px-3 py-1">{t('diff.before')}</span>
        <span className="border-l px-3 py-1">{t('diff.after')}</span>
      </div>
      {runs(entries).map((run, place) =>
        run.kind === 'skipped' ? (
          <DiffSkipped key={`skipped-${place.toString()}`} count={run.count} />
        ) : (
          pairLines(run.lines).map((pair) => (
            <div key={`${pair.before?.before ?? ''}-${pair.after?.after ?? ''}`} className="grid grid-cols-2">
              <Side line={pair.before} number={pair.before?.before} />
              <Side line={pair.after} number={pair.after?.after} className="border-l" />
            </div>
          ))
        ),
      )}
    </div>
  );
}

type Run = { kind: 'skipped'; count: number } | { kind: 'lines'; lines: DiffLine[] };

function runs(entries: readonly DiffEntry[]): Run[] {
  const result: Run[] = [];
  for (const entry of entries) {
    const last = result.at(-1);
    if (entry.kind === 'skipped') result.push(entry);
    else if (last?.kind === 'lines') last.lines.push(entry.line);
    else result.push({ kind: 'lines', lines: [entry.line] });
  }
  return result;
}

function Side({ line, number, className }: { line: DiffLine | null; number?: number; className?: string }) {
  return (
    <div className={cn('grid min-w-0 grid-cols-[2.25rem_1fr]', line ? DIFF_TINT[line.kind] : 'bg-muted/50', className)}>
      <DiffNumber value={number} />
      {line && <DiffLineText line={line} className="break-all whitespace-pre-wrap" />}
    </div>
  );
}
