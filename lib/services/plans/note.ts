import { jsonOf } from '../json-of';
import type { WriteContext } from '../transaction';
import type { PlanEventKind, PlanReason } from './types';

export interface Said {
  reason?: PlanReason;
  comment?: string;
  forced?: boolean;
  partly?: boolean;
}

/** Adds to what happened to a plan. */
export async function notePlan(
  tx: WriteContext,
  plan: { id: string; step: number | null },
  kind: PlanEventKind,
  { reason, comment, forced = false, partly = false }: Said = {},
): Promise<void> {
  await tx.db.planEvent.create({
    data: {
      id: tx.newId(),
      planId: plan.id,
      at: tx.now,
      kind,
      step: plan.step,
      actorName: tx.actor.name,
      detail: jsonOf({
        v: 1,
        clock: tx.via === 'job',
        reason: reason ?? null,
        comment: comment ?? null,
        forced,
        partly,
      }),
    },
  });
}
