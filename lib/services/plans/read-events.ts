import { z } from 'zod';
import type { TransactionClient } from '../transaction-client';
import type { PlanEventKind, PlanEventView } from './types';

const KINDS = [
  'created',
  'updated',
  'started',
  'advanced',
  'held',
  'paused',
  'resumed',
  'rolledBack',
  'completed',
  'failed',
] as const satisfies readonly PlanEventKind[];

const kindColumn = z.enum(KINDS);
const detailColumn = z.object({
  clock: z.boolean().default(false),
  reason: z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }).nullable(),
  comment: z.string().nullable(),
  forced: z.boolean(),
  partly: z.boolean(),
});
const MOST = 200;

/** What happened to a plan, the newest first. */
export async function readEvents(db: TransactionClient, planId: string): Promise<PlanEventView[]> {
  const rows = await db.planEvent.findMany({
    where: { planId },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: MOST,
  });
  return rows.map(({ id, at, kind, step, actorName, detail }) => ({
    id,
    at: at.toISOString(),
    kind: kindColumn.parse(kind),
    step,
    actor: actorName,
    ...detailColumn.parse(detail),
  }));
}
