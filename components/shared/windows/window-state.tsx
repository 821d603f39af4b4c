'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { type ReactElement, useMemo, useState } from 'react';
import { cn } from '@/components/ui/cn';
import { Tooltip, TooltipContent, TooltipTrigger } from '@/components/ui/tooltip';
import type { TimeWindow } from '@/lib/engine/types';
import { useNowAtEdges } from '../now-provider';
import { type Opening, openingOf } from '@/lib/schemas/opening-of';
import { useEdgeWords } from './use-edge-words';

export interface WindowStateProps {
  window: TimeWindow;
  className?: string;
}

/** Whether a window is open, and when that changes next, in its zone. Nothing while it cannot be read. */
export function WindowState({ window, className }: WindowStateProps) {
  const opening = useMemo(() => openingOf(window), [window]);
  return opening && <State opening={opening} timezone={window.timezone ?? 'UTC'} className={className} />;
}

interface StateProps {
  opening: Opening;
  timezone: string;
  className: string | undefined;
}

function State({ opening, timezone, className }: StateProps) {
  const t = useTranslations('windows.state');
  const words = useEdgeWords(timezone);
  const now = useNowAtEdges(opening.nextAfter);
  const isOpen = opening.isOpenAt(now);
  const next = opening.nextAfter(now);
  const text =
    next === null ? t(isOpen ? 'open' : 'over') : t(isOpen ? 'openUntil' : 'closedUntil', { at: words(next, now) });
  const said = (
    <span className={cn('inline-flex items-start gap-1.5 tabular-nums', isOpen && 'text-success', className)}>
      <span
        aria-hidden="true"
        className={cn('mt-[0.45em] size-1.5 shrink-0 rounded-full', isOpen ? 'bg-success' : 'border border-current')}
      />
      <span>{text}</span>
    </span>
  );
  return next === null ? said : <ExactEdge {...{ at: next, now, timezone }}>{said}</ExactEdge>;
}

interface ExactEdgeProps {
  at: number;
  now: number;
  timezone: string;
  children: ReactElement;
}

/** On hover: how far away it is, and exactly when, in the window's zone and in UTC. */
function ExactEdge({ at, now, timezone, children }: ExactEdgeProps) {
  const t = useTranslations('common.time');
  const format = useFormatter();
  const [open, setOpen] = useState(false);
  const exact = (timeZone: string) => format.dateTime(at, { dateStyle: 'full', timeStyle: 'medium', timeZone });
  return (
    <Tooltip open={open} onOpenChange={setOpen}>
      <TooltipTrigger asChild>{children}</TooltipTrigger>
      {open && (
        <TooltipContent>
          <span className="flex flex-col tabular-nums">
            <span>{format.relativeTime(at, now)}</span>
            <span>{t('exact', { instant: exact(timezone), zone: timezone })}</span>
            {timezone !== 'UTC' && <span className="opacity-75">{t('utc', { instant: exact('UTC') })}</span>}
          </span>
        </TooltipContent>
      )}
    </Tooltip>
  );
}
