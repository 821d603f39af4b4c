'use client';

import { useTranslations } from 'next-intl';
import { RelativeTime } from '@/components/shared/relative-time';
import type { TimeWindow } from '@/lib/engine/types';
import { instantsOf } from './membership-draft';
import { useInstantWords } from './use-instant-words';

/** Both instants as they will be stored, in a zone and from now; the end is the first at which it no longer counts. */
export function Instants({ window, timezone }: { window: TimeWindow; timezone: string }) {
  const t = useTranslations('people.membership');
  const words = useInstantWords(timezone);
  const instants = instantsOf(window);
  if (instants === null) return null;
  const said = (at: string) => (
    <dd className="flex flex-wrap gap-x-2">
      <span>{words(at)}</span>
      <RelativeTime at={at} className="text-muted-foreground" />
    </dd>
  );
  return (
    <dl aria-label={t('instants')} className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-[13px] tabular-nums">
      <dt className="text-muted-foreground">{t('startsAt')}</dt>
      {said(instants.startsAt)}
      <dt className="text-muted-foreground">{t('endsAt')}</dt>
      {said(instants.endsAt)}
    </dl>
  );
}
