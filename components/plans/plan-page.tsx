'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { PageBody } from '@/components/frame/page-body';
import { EnvironmentBadge } from '@/components/shared/environment-badge';
import { PageHeader } from '@/components/shared/page-header';
import { RelativeTime } from '@/components/shared/relative-time';
import { Badge } from '@/components/ui/badge';
import { Card, CardContent, CardHeader, CardTitle } from '@/components/ui/card';
import { usePlan } from '@/lib/client/use-plan';
import type { PlanView } from '@/lib/services/plans/types';
import { PlanButtons } from './plan-buttons';
import { PlanEvents } from './plan-events';
import { PlanNotice } from './plan-notice';
import { PlanPath } from './plan-path';
import { environmentsOf, mayEdit, type PlansPlace } from './plan-place';
import { PlanStatusBadge } from './plan-status';
import { PlanTrack } from './plan-track';
import { PlanWarnings } from './plan-warnings';
import { StepDetail } from './step-detail';

export interface PlanPageProps extends PlansPlace {
  initial: PlanView;
}

/** The step that is looked at first: the one in force, else the first that is still to come. */
const firstLooked = ({ steps, step }: PlanView): number | null =>
  step ?? steps.find(({ state }) => state === 'upcoming')?.index ?? steps[0]?.index ?? null;

/** A plan: how far it is, what it waits for, what happened, and what may be done. */
export function PlanPage({ initial, project, environments }: PlanPageProps) {
  const t = useTranslations('plans');
  const plan = usePlan(project, initial);
  const [chosen, setChosen] = useState<number | null>(null);
  const place = useMemo(() => ({ project, environments }), [project, environments]);
  const looked = chosen ?? firstLooked(plan);
  const step = plan.steps.find(({ index }) => index === looked);
  const isUnderWay = plan.status === 'running' || plan.status === 'holding';
  const flagPath = `/p/${project}/flags/${encodeURIComponent(plan.flag)}/targeting`;
  return (
    <PageBody className="max-w-7xl">
      <PageHeader
        breadcrumb={<PlanPath project={project} name={plan.name} />}
        title={plan.name}
        meta={
          <>
            <PlanStatusBadge status={plan.status} />
            <Badge variant="outline">{t(`strategy.${plan.strategy.strategy}`)}</Badge>
            {environmentsOf(place, plan.environments).map((environment) => (
              <EnvironmentBadge key={environment.key} environment={environment} />
            ))}
          </>
        }
        description={plan.description || undefined}
        actions={mayEdit(place, plan.environments) && <PlanButtons place={place} plan={plan} />}
      />
      <PlanNotice plan={plan} />
      {plan.status === 'draft' && <PlanWarnings warnings={plan.warnings} />}
      <PlanTrack
        place={place}
        status={plan.status}
        steps={plan.steps}
        chosen={looked}
        onChoose={(index) => setChosen(index === plan.step ? null : index)}
      />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(18rem,22rem)]">
        {step && (
          <StepDetail place={place} flag={plan.flag} step={step} isWatched={isUnderWay && step.state === 'current'} />
        )}
        <div className="grid min-w-0 gap-4">
          <Card>
            <CardHeader>
              <CardTitle>{t('about.title')}</CardTitle>
            </CardHeader>
            <CardContent>
              <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5 text-[13px] [&_dd]:min-w-0 [&_dd]:break-words [&_dt]:text-muted-foreground">
                <dt>{t('about.flag')}</dt>
                <dd>
                  <Link href={flagPath} className="font-mono text-xs text-link hover:underline">
                    {plan.flag}
                  </Link>
                </dd>
                {plan.variant !== null && (
                  <>
                    <dt>{t('about.variant')}</dt>
                    <dd className="font-mono text-xs">{plan.variant}</dd>
                  </>
                )}
                <dt>{t('about.unit')}</dt>
                <dd className="font-mono text-xs">{plan.unit}</dd>
                <dt>{t('about.author')}</dt>
                <dd>
                  {plan.author.name}, <RelativeTime at={plan.createdAt} />
                </dd>
                {plan.completesAt !== null && plan.status !== 'completed' && (
                  <>
                    <dt>{t('about.completes')}</dt>
                    <dd>
                      <RelativeTime at={plan.completesAt} />
                    </dd>
                  </>
                )}
              </dl>
            </CardContent>
          </Card>
          <PlanEvents events={plan.events} />
        </div>
      </div>
    </PageBody>
  );
}
