import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { Usage } from '@/lib/services/flags/types';

/** Where the segment is used, each with a link to the place. */
export function UsageList({ project, usedIn }: { project: string; usedIn: readonly Usage[] }) {
  const t = useTranslations('segments.usage');
  if (usedIn.length === 0) return <p className="text-sm text-muted-foreground">{t('none')}</p>;
  return (
    <ul className="divide-y rounded-lg border bg-card text-sm">
      {usedIn.map(({ kind, key, environment }) => {
        const isSegment = kind === 'segment';
        const path = isSegment ? `segments/${encodeURIComponent(key)}` : `flags/${encodeURIComponent(key)}/targeting`;
        return (
          <li key={`${kind} ${key} ${environment}`} className="flex items-center gap-3 px-3 py-2">
            <Link
              href={`/p/${project}/${path}?env=${encodeURIComponent(environment)}`}
              className="min-w-0 flex-1 truncate font-mono text-xs hover:underline"
            >
              {key}
            </Link>
            <span className="text-xs text-muted-foreground">{t(isSegment ? 'segment' : 'flag')}</span>
            <span className="text-xs text-muted-foreground">{environment}</span>
          </li>
        );
      })}
    </ul>
  );
}
