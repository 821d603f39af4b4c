'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { EnvironmentBadge } from '@/components/shared/environment-badge';
import { RelativeTime } from '@/components/shared/relative-time';
import { SentenceList } from '@/components/targeting/sentence-list';
import { Badge } from '@/components/ui/badge';
import { Card, CardContent, CardHeader, CardTitle } from '@/components/ui/card';
import type { PlanStepView } from '@/lib/services/plans/types';
import { GateList, GuardrailList } from './gate-list';
import { environmentsOf, type PlansPlace } from './plan-place';
import { usePlanWords } from './use-plan-words';

export interface StepDetailProps {
  place: PlansPlace;
  flag: string;
  step: PlanStepView;
  /** Whether its signals are watched now. */
  isWatched: boolean;
}

/** Everything about one step: for whom and how long, what must hold, what must not happen, what it changes. */
export function StepDetail({ place, flag, step, isWatched }: StepDetailProps) {
  const t = useTranslations('plans');
  const words = usePlanWords();
  const [environment] = environmentsOf(place, [step.environment]);
  const signals = { project: place.project, environment: step.environment, flag };
  return (
    <Card role="region" aria-label={t('step.title', { number: step.index + 1 })} className="min-w-0">
      <CardHeader>
        <CardTitle className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          {t('step.title', { number: step.index + 1 })}
          {environment && <EnvironmentBadge environment={environment} />}
          <Badge variant={step.state === 'current' ? 'default' : 'outline'}>{t(`track.state.${step.state}`)}</Badge>
        </CardTitle>
      </CardHeader>
      <CardContent className="grid gap-5">
        <dl className="grid grid-cols-2 gap-x-6 gap-y-3 text-sm lg:grid-cols-4">
          <Fact term={t('step.share')}>{words.percent(step.percentage)}</Fact>
          <Fact term={t('step.who')}>{words.who(step)}</Fact>
          <Fact term={t('step.duration')}>
            {step.duration === null ? t('step.noDuration') : words.duration(step.duration)}
          </Fact>
          {step.from !== null && step.state !== 'undone' && (
            <Fact term={t(step.state === 'upcoming' ? 'step.earliest' : 'step.since')}>
              <RelativeTime at={step.from} />
            </Fact>
          )}
        </dl>
        <Part title={t('gate.title')}>
          {step.gates.length === 0 ? (
            <Quiet>{t('gate.none')}</Quiet>
          ) : (
            <GateList place={signals} gates={step.gates} isRead={isWatched} />
          )}
        </Part>
        <Part title={t('guardrail.title')}>
          {step.guardrails.length === 0 ? (
            <Quiet>{t('guardrail.none')}</Quiet>
          ) : (
            <GuardrailList place={signals} guardrails={step.guardrails} isRead={isWatched} />
          )}
        </Part>
        {step.messages.length > 0 && (
          <Part title={t('step.changes')}>
            <SentenceList sentences={step.messages} className="pt-1" />
          </Part>
        )}
      </CardContent>
    </Card>
  );
}

const Fact = ({ term, children }: { term: string; children: ReactNode }) => (
  <div className="grid min-w-0 content-start gap-0.5">
    <dt className="text-xs text-muted-foreground">{term}</dt>
    <dd className="min-w-0 break-words">{children}</dd>
  </div>
);

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="grid gap-1">
    <h3 className="text-[13px] font-semibold">{title}</h3>
    {children}
  </section>
);

const Quiet = ({ children }: { children: ReactNode }) => (
  <p className="text-[13px] text-muted-foreground">{children}</p>
);
