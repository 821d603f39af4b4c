'use client';

import { TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { EnvironmentDot } from '@/components/shared/environment-badge';
import { cn } from '@/components/ui/cn';
import type { DayEntry } from './calendar-days';
import type { CalendarPlace } from './calendar-place';
import { entryHref } from './entry-href';
import { KIND_COLORS } from './kind-color';
import { useEntryWords } from './use-entry-words';

interface Props {
  place: CalendarPlace;
  shown: DayEntry;
  /** `line` is for narrow cells, `row` for lists. */
  as: 'card' | 'line' | 'row';
}

/** One thing in a day: when, of which flag and environment, what; leads to it. */
export function EntryLink({ place, shown, as }: Props) {
  const t = useTranslations('calendar');
  const words = useEntryWords(place.timezone);
  const { entry } = shown;
  const environment = place.environments.find(({ key }) => key === entry.environment);
  const collides = entry.collides.length > 0;
  const isPast = entry.what !== 'band' && Date.parse(entry.at) < place.now;
  const when = words.when(shown);
  const what = words.what(entry);
  const warning = collides && (
    <TriangleAlert
      role="img"
      aria-label={t('collides', { count: entry.collides.length })}
      className="size-3.5 shrink-0 text-warning"
    />
  );
  return (
    <Link
      href={entryHref(place.project, entry)}
      prefetch={false}
      data-collides={collides || undefined}
      title={[when, entry.flag, what, entry.name, environment?.name].filter(Boolean).join(' · ')}
      className={cn(
        'relative flex min-w-0 overflow-hidden rounded-sm border bg-card pl-2 text-left text-xs leading-5',
        'before:absolute before:inset-y-0 before:left-0 before:w-1 before:bg-(--kind) hover:bg-accent',
        entry.what === 'band' && 'bg-(--kind)/6 dark:bg-(--kind)/12',
        collides && 'border-warning/60',
        isPast && 'text-muted-foreground',
        as === 'line' ? 'items-center gap-1 px-1.5' : 'flex-col px-2 py-1',
        as === 'row' && 'sm:flex-row sm:items-center sm:gap-3 sm:py-2 sm:text-[13px]',
      )}
      style={{ '--kind': KIND_COLORS[entry.kind] } as React.CSSProperties}
    >
      <span className={cn('flex items-center gap-1.5', as === 'row' && 'sm:w-32 sm:shrink-0')}>
        {as === 'line' ? (
          <>
            <span aria-hidden className="shrink-0 text-muted-foreground tabular-nums empty:hidden">
              {words.briefly(shown)}
            </span>
            <span className="sr-only">{when}</span>
          </>
        ) : (
          <span className="truncate text-muted-foreground tabular-nums">{when}</span>
        )}
        {as !== 'line' && <span className={cn('ml-auto', as === 'row' && 'sm:hidden')}>{warning}</span>}
      </span>
      <span className={cn('flex min-w-0 items-center gap-1.5', as === 'row' && 'sm:w-56 sm:shrink-0')}>
        {environment && <EnvironmentDot environment={environment} />}
        <span className="sr-only">{environment?.name ?? entry.environment}</span>
        <span className="truncate font-mono font-medium">{entry.flag ?? what}</span>
        {as === 'line' && <span className="ml-auto">{warning}</span>}
      </span>
      {as !== 'line' && (
        <span className={cn('min-w-0', as === 'card' ? 'line-clamp-2 [overflow-wrap:anywhere]' : 'flex-1 sm:truncate')}>
          {[entry.flag === null ? '' : what, entry.name].filter(Boolean).join(': ')}
        </span>
      )}
      {as === 'line' && <span className="sr-only">{what}</span>}
      {as === 'row' && <span className="max-sm:hidden">{warning}</span>}
    </Link>
  );
}
