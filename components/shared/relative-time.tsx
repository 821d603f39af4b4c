'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Tooltip, TooltipContent, TooltipTrigger } from '@/components/ui/tooltip';
import { ExactTime } from './exact-time';
import { useTickingNow } from './now-provider';

export interface RelativeTimeProps {
  /** RFC 3339 text, epoch milliseconds or a Date; null says "never". */
  at: string | number | Date | null | undefined;
  className?: string;
}

const JUST_NOW_MS = 30_000;

/** "3 hours ago", kept current; the exact instant with its zone on hover. */
export function RelativeTime({ at, className }: RelativeTimeProps) {
  const t = useTranslations('common');
  const format = useFormatter();
  const now = useTickingNow();
  const [open, setOpen] = useState(false);
  const instant = at === null || at === undefined ? null : new Date(at);
  if (!instant || Number.isNaN(instant.getTime())) return <span className={className}>{t('never')}</span>;
  const isJustNow = Math.abs(now - instant.getTime()) < JUST_NOW_MS;
  return (
    <Tooltip open={open} onOpenChange={setOpen}>
      <TooltipTrigger asChild>
        <time dateTime={instant.toISOString()} className={className}>
          {isJustNow ? t('justNow') : format.relativeTime(instant, now)}
        </time>
      </TooltipTrigger>
      {open && (
        <TooltipContent>
          <ExactTime at={instant} />
        </TooltipContent>
      )}
    </Tooltip>
  );
}
