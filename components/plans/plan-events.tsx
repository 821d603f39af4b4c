'use client';

import { useTranslations } from 'next-intl';
import { RelativeTime } from '@/components/shared/relative-time';
import { Badge } from '@/components/ui/badge';
import { Card, CardContent, CardHeader, CardTitle } from '@/components/ui/card';
import type { PlanEventView } from '@/lib/services/plans/types';
import { usePlanWords } from './use-plan-words';

/** What happened to the plan, newest first: who did it, and why. */
export function PlanEvents({ events }: { events: readonly PlanEventView[] }) {
  const t = useTranslations('plans.event');
  const words = usePlanWords();
  return (
    <Card className="min-w-0">
      <CardHeader>
        <CardTitle>{t('title')}</CardTitle>
      </CardHeader>
      <CardContent>
        <ol aria-label={t('title')} className="grid gap-4">
          {events.map((event) => (
            <li key={event.id} className="grid gap-0.5 border-l-2 pl-3 text-sm">
              <span className="flex flex-wrap items-baseline justify-between gap-x-3">
                <span className="font-medium">
                  {event.step === null ? t(`${event.kind}.plain`) : t(`${event.kind}.step`, { step: event.step + 1 })}
                </span>
                <RelativeTime at={event.at} className="text-xs text-muted-foreground" />
              </span>
              <span className="flex flex-wrap items-center gap-x-2 gap-y-1 text-[13px] text-muted-foreground">
                {event.clock ? t('byClock', { name: event.actor }) : event.actor}
                {event.forced && <Badge variant="warning">{t('forced')}</Badge>}
                {event.partly && <Badge variant="warning">{t('partly')}</Badge>}
              </span>
              {event.reason && <span className="text-[13px] break-words">{words.reason(event.reason)}</span>}
              {event.comment && <q className="text-[13px] break-words text-muted-foreground">{event.comment}</q>}
            </li>
          ))}
        </ol>
      </CardContent>
    </Card>
  );
}
