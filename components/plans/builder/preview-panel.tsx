'use client';

import { CalendarClock } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { Skeleton } from '@/components/ui/skeleton';
import { useFailureText } from '@/lib/client/use-failure-text';
import type { usePlanPreview } from '@/lib/client/use-plan-preview';
import type { PlansPlace } from '../plan-place';
import { PlanWarnings } from '../plan-warnings';
import { StepTimeline } from '../step-timeline';

export interface PreviewPanelProps {
  place: PlansPlace;
  preview: ReturnType<typeof usePlanPreview>;
  /** Something is missing yet, so that there is nothing to foresee. */
  isComplete: boolean;
}

/** When each step would follow and what it would change, had the plan been started now. */
export function PreviewPanel({ place, preview, isComplete }: PreviewPanelProps) {
  const t = useTranslations('plans.preview');
  const failureText = useFailureText();
  const format = useFormatter();
  const { data, error } = preview;
  return (
    <section aria-label={t('title')} className="grid gap-3 rounded-lg border bg-card p-4">
      <header className="flex items-center gap-2">
        <CalendarClock aria-hidden="true" className="size-4 text-muted-foreground" />
        <h2 className="text-sm font-semibold">{t('title')}</h2>
      </header>
      {!isComplete ? (
        <p className="text-[13px] text-muted-foreground">{t('incomplete')}</p>
      ) : error ? (
        <p role="alert" className="text-[13px] text-destructive-text">
          {failureText(error)}
        </p>
      ) : data ? (
        <div aria-busy={preview.isFetching} className="grid gap-3.5">
          <PlanWarnings warnings={data.warnings} />
          <StepTimeline place={place} steps={data.steps} />
          <p className="border-t pt-3 text-[13px] text-muted-foreground">
            {t('completes', { day: format.dateTime(new Date(data.completesAt), { dateStyle: 'long' }) })}
          </p>
        </div>
      ) : (
        <Skeleton className="h-40 w-full rounded-md" />
      )}
    </section>
  );
}
