'use client';

import { useTranslations } from 'next-intl';
import { EnvironmentBadge } from '@/components/shared/environment-badge';
import type { PlanStepView, PlanView } from '@/lib/services/plans/types';
import { ActDialog } from './act-dialog';
import { environmentsOf, type PlansPlace } from './plan-place';
import { usePlanWords } from './use-plan-words';

export interface RollBackDialogProps {
  place: PlansPlace;
  plan: PlanView;
  onClose: () => void;
  onConfirm: (comment: string | undefined) => Promise<unknown>;
}

const isInForce = ({ state }: PlanStepView): boolean => state === 'done' || state === 'current';

/** Says what goes back, environment by environment: everything to what it was before the plan. */
export function RollBackDialog({ place, plan, ...props }: RollBackDialogProps) {
  const t = useTranslations('plans.rollback');
  const words = usePlanWords();
  const steps = plan.steps.filter(isInForce);
  const reached = [...new Set(steps.map(({ environment }) => environment))];
  return (
    <ActDialog
      {...props}
      place={place}
      title={t('title', { name: plan.name })}
      description={t('description')}
      confirmLabel={t('confirm')}
      destructive
      reached={reached}
      commented={plan.environments}
    >
      <ul aria-label={t('restores')} className="grid gap-3 rounded-md border bg-muted/40 px-3 py-2.5 text-[13px]">
        {environmentsOf(place, reached).map((environment) => (
          <li key={environment.key} className="grid gap-1">
            <EnvironmentBadge environment={environment} variant="plain" className="font-medium" />
            <ul className="grid list-disc gap-0.5 pl-4 marker:text-muted-foreground">
              {steps
                .filter((step) => step.environment === environment.key)
                .map((step) => (
                  <li key={step.index}>{t('step', { share: words.percent(step.percentage), who: words.who(step) })}</li>
                ))}
            </ul>
          </li>
        ))}
      </ul>
      <p className="text-[13px] text-muted-foreground">{t('others')}</p>
    </ActDialog>
  );
}
