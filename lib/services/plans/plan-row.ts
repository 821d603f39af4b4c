import { z } from 'zod';
import type { Prisma } from '@/lib/db/generated/client';
import { PLAN_STATUSES, type Strategy, strategySchema } from '@/lib/schemas/plan';
import { serviceError } from '../errors';
import type { TransactionClient } from '../transaction-client';
import { type PlanHistory, readHistory } from './history';
import { planSteps, type PlanStep } from './steps';
import type { PlanReason, PlanStatus } from './types';

export type PlanRow = Prisma.PlanGetPayload<object>;

const strategyColumn = z.object({ v: z.literal(1), strategy: strategySchema });
const statusColumn = z.enum(PLAN_STATUSES);
const reasonColumn = z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) });

/** A stored plan with what its columns hold. */
export interface LoadedPlan {
  row: PlanRow;
  strategy: Strategy;
  steps: PlanStep[];
  history: PlanHistory;
  status: PlanStatus;
  reason: PlanReason | null;
}

/** Held where a plan was started in spite of approvals: it is no id of a request. */
export const BYPASSED = 'bypassed';

export function loadPlan(row: PlanRow): LoadedPlan {
  const { strategy } = strategyColumn.parse(row.strategy);
  return {
    row,
    strategy,
    steps: planSteps(strategy, row.environment),
    history: readHistory(row.history),
    status: statusColumn.parse(row.status),
    reason: row.reason === null ? null : reasonColumn.parse(row.reason),
  };
}

export const storeStrategy = (strategy: Strategy): object => ({ v: 1, strategy });

/** A project's plan, or `not_found`. */
export async function findPlan(db: TransactionClient, projectId: string, id: string): Promise<LoadedPlan> {
  const row = await db.plan.findFirst({ where: { id, projectId } });
  if (!row) throw serviceError('not_found');
  return loadPlan(row);
}

/** The same, locked, after the environments: what becomes of it is decided one after the other. */
export async function lockPlan(db: TransactionClient, projectId: string, id: string): Promise<LoadedPlan> {
  await db.$queryRaw`SELECT id FROM plan WHERE id = ${id} AND project_id = ${projectId} FOR UPDATE`;
  return findPlan(db, projectId, id);
}

const UNDER_WAY: readonly PlanStatus[] = ['running', 'holding'];

/** Whether its time runs. */
export const isUnderWay = ({ status }: Pick<LoadedPlan, 'status'>): boolean => UNDER_WAY.includes(status);

/** Whether it was approved as a whole, and goes on as it was. */
export const isActive = (plan: Pick<LoadedPlan, 'status'>): boolean => isUnderWay(plan) || plan.status === 'paused';
