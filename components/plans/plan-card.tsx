'use client';

import type { PlanItem } from '@/lib/services/plans/types';
import type { PlansPlace } from './plan-place';
import { PlanProgress } from './plan-progress';
import { PlanStatusBadge } from './plan-status';
import { NextDate, PlanName } from './use-plan-columns';

/** A plan's row where there is no room for columns. */
export function PlanCard({ place, plan }: { place: PlansPlace; plan: PlanItem }) {
  return (
    <div className="grid min-w-0 gap-2 py-2">
      <div className="flex min-w-0 items-start justify-between gap-3">
        <PlanName place={place} plan={plan} />
        <PlanStatusBadge status={plan.status} />
      </div>
      <div className="flex min-w-0 items-end justify-between gap-3">
        <PlanProgress plan={plan} />
        <span className="shrink-0 text-xs">
          <NextDate plan={plan} />
        </span>
      </div>
    </div>
  );
}
