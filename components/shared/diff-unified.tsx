import { cn } from '@/components/ui/cn';
import type { DiffEntry } from './diff-hunks';
import { DIFF_TINT, DiffLineText, DiffNumber, DiffSkipped } from './diff-line-text';

export function DiffUnified({ entries }: { entries: readonly DiffEntry[] }) {
  return (
    <div className="w-max min-w-full py-1">
      {entries.map((entry, place) => {
        const key = `${entry.kind}-${place.toString()}`;
        if (entry.kind === 'skipped') return <DiffSkipped key={key} count={entry.count} />;
        const { line } = entry;
        return (
          <div key={key} className={cn('grid grid-cols-[2.25rem_2.25rem_1fr]', DIFF_TINT[line.kind])}>
            <DiffNumber value={line.before} />
            <DiffNumber value={line.after} />
            <DiffLineText line={line} />
          </div>
        );
      })}
    </div>
  );
}
