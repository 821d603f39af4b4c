'use client';

import { useTranslations } from 'next-intl';
import type { PlanView } from '@/lib/services/plans/types';
import { ActDialog } from './act-dialog';
import type { PlansPlace } from './plan-place';
import { PlanWarnings } from './plan-warnings';
import { StepTimeline } from './step-timeline';

export interface StartDialogProps {
  place: PlansPlace;
  plan: Pick<PlanView, 'name' | 'environments' | 'steps' | 'warnings'>;
  onClose: () => void;
  onConfirm: (comment: string | undefined) => Promise<unknown>;
}

/** What starting changes at once, and when the rest follows. */
export function StartDialog({ place, plan, ...props }: StartDialogProps) {
  const t = useTranslations('plans.start');
  return (
    <ActDialog
      {...props}
      place={place}
      title={t('title', { name: plan.name })}
      description={t('description', { count: plan.steps.length })}
      confirmLabel={t('confirm')}
      reached={plan.environments}
      commented={plan.environments}
    >
      <PlanWarnings warnings={plan.warnings} />
      <div className="max-h-72 overflow-y-auto rounded-md border bg-muted/40 px-3 py-2.5">
        <StepTimeline place={place} steps={plan.steps} />
      </div>
    </ActDialog>
  );
}
