import type { AuditDraft } from '../audit/draft';
import type { WriteContext } from '../transaction';
import type { LoadedPlan } from './plan-row';
import type { PlanReason } from './types';

interface Told extends Pick<AuditDraft, 'action' | 'comment'> {
  /** Key of the environment of the step it is about. */
  environment?: string;
  reason?: PlanReason;
  more?: Record<string, boolean | number>;
}

/** Says what became of a plan, to the audit and to webhooks: the step in force, and why in full. */
export function tellOfPlan(tx: WriteContext, { row, steps }: LoadedPlan, told: Told): void {
  const { action, environment, reason, more, comment } = told;
  const { id: plan, name, flag, step } = row;
  const after = { plan, name, step, steps: steps.length, ...(reason && { reason }), ...more };
  tx.audit({ action, flag, environment, after, comment });
  const place = tx.environments.find(({ key }) => key === environment);
  tx.event(action, place?.id ?? null, { ...after, flag, environment: environment ?? null });
}
