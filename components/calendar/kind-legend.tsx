'use client';

import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';
import type { CalendarEntry, CalendarKind } from '@/lib/services/calendar/types';
import { KIND_COLORS } from './kind-color';
import type { Choice } from './shown';

const KINDS = Object.keys(KIND_COLORS) as CalendarKind[];

interface Props {
  items: readonly CalendarEntry[];
  choice: Choice;
  onChange: (choice: Partial<Choice>) => void;
}

const chip =
  'inline-flex h-7 items-center gap-1.5 rounded-md border px-2 text-[13px] whitespace-nowrap hover:bg-accent';

/** What the colours mean; pressed ones are shown. */
export function KindLegend({ items, choice: { hidden, onlyCollisions }, onChange }: Props) {
  const t = useTranslations('calendar');
  const collisions = items.filter(({ collides }) => collides.length > 0).length;
  return (
    <div role="group" aria-label={t('kinds.label')} className="flex flex-wrap gap-1.5">
      {KINDS.map((kind) => {
        const isShown = !hidden.includes(kind);
        const count = items.filter((entry) => entry.kind === kind).length;
        return (
          <button
            key={kind}
            type="button"
            aria-pressed={isShown}
            className={cn(chip, !isShown && 'text-muted-foreground line-through')}
            onClick={() => onChange({ hidden: isShown ? [...hidden, kind] : hidden.filter((each) => each !== kind) })}
          >
            <span
              aria-hidden
              className={cn('size-2.5 rounded-[2px]', !isShown && 'opacity-40')}
              style={{ backgroundColor: KIND_COLORS[kind] }}
            />
            {t(`kinds.${kind}`)}
            <span className="text-muted-foreground tabular-nums">{count}</span>
          </button>
        );
      })}
      {(collisions > 0 || onlyCollisions) && (
        <button
          type="button"
          aria-pressed={onlyCollisions}
          className={cn(chip, 'border-warning/40', onlyCollisions && 'bg-warning/12')}
          onClick={() => onChange({ onlyCollisions: !onlyCollisions })}
        >
          <TriangleAlert aria-hidden className="size-3.5 text-warning" />
          {onlyCollisions ? t('onlyCollisions') : t('collisions', { count: collisions })}
        </button>
      )}
    </div>
  );
}
