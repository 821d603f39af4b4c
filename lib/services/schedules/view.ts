import { z } from 'zod';
import { describe } from '@/lib/changes/describe';
import type { Prisma } from '@/lib/db/generated/client';
import { parseStoredInstructions } from '@/lib/schemas/stored-change';
import { definitionOf } from '../flags/definition-of';
import { configurationInForce } from '../items/read';
import type { TransactionClient } from '../transaction-client';
import type { ScheduleRow } from './schedule-row';
import type { RunOutcome, ScheduleRunView, ScheduleStatus, ScheduleView } from './types';

const storedError = z.object({
  code: z.string(),
  issues: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })).default([]),
});

export function runView(row: Prisma.ScheduleRunGetPayload<object>): ScheduleRunView {
  const { at, plannedAt, late, attempts, configVersion } = row;
  const error = storedError.safeParse(row.error);
  return {
    at: at.toISOString(),
    plannedAt: plannedAt.toISOString(),
    outcome: row.outcome as RunOutcome,
    late,
    attempts,
    error: error.success ? error.data : null,
    configVersion,
  };
}

/** What instructions say, on what is stored now. */
async function messagesOf(db: TransactionClient, row: ScheduleRow): Promise<ScheduleView['messages']> {
  const flag = await db.flag.findUnique({ where: { id: row.flagId } });
  if (!flag) return [];
  const configuration = await configurationInForce(db, row.environmentId, flag.key);
  const instructions = parseStoredInstructions(row.instructions) ?? [];
  return describe({ definition: definitionOf(flag), configuration }, instructions);
}

export async function scheduleView(db: TransactionClient, row: ScheduleRow): Promise<ScheduleView> {
  const [last] = row.runs;
  return {
    id: row.id,
    flag: row.flag,
    environment: row.environment.key,
    instructions: parseStoredInstructions(row.instructions) ?? [],
    messages: await messagesOf(db, row),
    at: row.at?.toISOString() ?? null,
    cron: row.cron,
    timezone: row.timezone,
    missedAfter: row.missedAfter === null ? null : Number(row.missedAfter),
    description: row.description,
    comment: row.comment,
    enabled: row.status !== 'paused' && row.status !== 'cancelled',
    status: row.status as ScheduleStatus,
    reason: row.reason,
    attempts: row.attempts,
    baseVersion: row.baseVersion,
    createdBy: { kind: row.authorKind, id: row.authorId, name: row.authorName },
    requestId: row.requestId,
    nextRunAt: row.status === 'waiting' ? (row.nextRunAt?.toISOString() ?? null) : null,
    lastRun: last ? runView(last) : null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    version: row.version,
  };
}

/** A schedule as the audit says it. */
export function auditedSchedule(view: ScheduleView): object {
  const { id, at, cron, timezone, missedAfter, description, status, instructions } = view;
  return { id, ...(cron === null ? { at } : { cron }), timezone, missedAfter, description, status, instructions };
}
