'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { EnvironmentBadge } from '@/components/shared/environment-badge';
import { SentenceList } from '@/components/targeting/sentence-list';
import { useOwnZone } from '@/components/targeting/serve/use-own-zone';
import type { PlanStepView } from '@/lib/services/plans/types';
import { environmentsOf, type PlansPlace } from './plan-place';
import { usePlanWords } from './use-plan-words';

/** When each step follows at the earliest, for whom, and what it changes. */
export function StepTimeline({ place, steps }: { place: PlansPlace; steps: readonly PlanStepView[] }) {
  const t = useTranslations('plans.timeline');
  const words = usePlanWords();
  const format = useFormatter();
  const [timeZone] = useOwnZone();
  return (
    <ol aria-label={t('title')} className="grid gap-3.5">
      {steps.map((step) => {
        const [environment] = environmentsOf(place, [step.environment]);
        return (
          <li key={step.index} className="grid gap-1 text-[13px]">
            <span className="flex flex-wrap items-baseline justify-between gap-x-3">
              <span className="flex flex-wrap items-center gap-x-2 font-medium">
                {t('step', { number: step.index + 1, share: words.percent(step.percentage) })}
                {environment && <EnvironmentBadge environment={environment} variant="plain" className="font-normal" />}
              </span>
              {step.from !== null && (
                <time dateTime={step.from} className="text-muted-foreground tabular-nums">
                  {format.dateTime(new Date(step.from), { dateStyle: 'medium', timeStyle: 'short', timeZone })}
                </time>
              )}
            </span>
            {step.messages.length > 0 ? (
              <SentenceList sentences={step.messages} className="text-[13px] text-muted-foreground" />
            ) : (
              <span className="text-muted-foreground">{t('nothing')}</span>
            )}
            {step.gates.length > 0 && (
              <span className="text-muted-foreground">
                {t('until', { gates: step.gates.map((gate) => words.asked(gate)).join(', ') })}
              </span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
