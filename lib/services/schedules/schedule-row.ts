import type { Prisma } from '@/lib/db/generated/client';
import { serviceError } from '../errors';
import type { TransactionClient } from '../transaction-client';

/** With its newest run, and its environment as it is now. */
export const WITH_LAST_RUN = {
  environment: true,
  runs: { orderBy: [{ at: 'desc' }, { plannedAt: 'desc' }], take: 1 },
} satisfies Prisma.ScheduleInclude;

export type ScheduleRow = Prisma.ScheduleGetPayload<{ include: typeof WITH_LAST_RUN }>;

/** A project's schedule, or `not_found`. */
export async function findSchedule(db: TransactionClient, projectId: string, id: string): Promise<ScheduleRow> {
  const row = await db.schedule.findFirst({ where: { id, projectId }, include: WITH_LAST_RUN });
  if (!row) throw serviceError('not_found');
  return row;
}

/** The same, locked: after any environment, since runs lock those first. */
export async function lockSchedule(db: TransactionClient, projectId: string, id: string): Promise<ScheduleRow> {
  await db.$queryRaw`SELECT id FROM schedule WHERE id = ${id} AND project_id = ${projectId} FOR UPDATE`;
  return findSchedule(db, projectId, id);
}
