'use client';

import { usePlanPreview } from '@/lib/client/use-plan-preview';
import type { PlanView } from '@/lib/services/plans/types';
import { StartDialog, type StartDialogProps } from './start-dialog';

/** Starts a plan that is there: the dates of its steps are foreseen as of now. */
export function StartStored({ plan, ...props }: Omit<StartDialogProps, 'plan'> & { plan: PlanView }) {
  const { flag, environment, name, description, strategy } = plan;
  const body = { flag, name, description, strategy, ...(environment !== null && { environment }) };
  const { data } = usePlanPreview(props.place.project, body);
  return <StartDialog {...props} plan={{ ...plan, steps: data?.steps ?? plan.steps }} />;
}
