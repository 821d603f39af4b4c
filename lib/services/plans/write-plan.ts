import { Prisma } from '@/lib/db/generated/client';
import { jsonOf } from '../json-of';
import type { WriteContext } from '../transaction';
import { type PlanHistory, storeHistory } from './history';
import { type LoadedPlan, loadPlan } from './plan-row';
import type { PlanReason, PlanStatus } from './types';

export interface PlanChange {
  status: PlanStatus;
  step?: number | null;
  stepSince?: Date | null;
  dueAt?: Date | null;
  pausedAt?: Date | null;
  watchFrom?: Date | null;
  reason: PlanReason | null;
  history?: PlanHistory;
  requestId?: string | null;
  authorKind?: string;
  authorId?: string;
  authorName?: string;
}

/** Writes what became of a plan whose row is locked. Whatever went wrong before is forgiven. */
export async function writePlan(tx: WriteContext, { row }: LoadedPlan, change: PlanChange): Promise<LoadedPlan> {
  const { history, reason, ...fields } = change;
  const updated = await tx.db.plan.update({
    where: { id: row.id },
    data: {
      ...fields,
      ...(history && { history: jsonOf(storeHistory(history)) }),
      reason: reason ? jsonOf(reason) : Prisma.DbNull,
      attempts: 0,
      version: { increment: 1 },
      updatedAt: tx.now,
    },
  });
  return loadPlan(updated);
}
