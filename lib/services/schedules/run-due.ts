import type { PrismaClient } from '@/lib/db/generated/client';
import { missedInstants, nextCronInstant } from '@/lib/schemas/cron';
import { runSteps } from '../approvals/run-steps';
import type { ProjectScope, ServiceContext } from '../context';
import { isDatabaseFault } from '../database-fault';
import { asServiceError, serviceError, type ServiceErrorShape } from '../errors';
import { configurationInForce } from '../items/read';
import { assertLease, type Lease } from '../leases/lease';
import { refusalOfChange } from '../refuse-change';
import { transaction, type WriteContext } from '../transaction';
import { type Ready, readyToRun } from './ready';
import { lockSchedule, type ScheduleRow, WITH_LAST_RUN } from './schedule-row';
import { settle, type Settled } from './settle';

/** What a job gives it to work with. */
export interface DueWork {
  db: PrismaClient;
  now: Date;
  lease: Lease;
  keep(): Promise<void>;
  inProject(projectId: string): Promise<ServiceContext<ProjectScope>>;
  asAuthor(projectId: string, author: { kind: string; id: string }): Promise<ServiceContext<ProjectScope> | null>;
  warn(fields: object, message: string): void;
}

export type DueReport = Record<'applied' | 'unchanged' | 'skipped' | 'review' | 'failed', number>;

const MOST_ATTEMPTS = 5;
/** How long after each failed attempt the next is made. */
const BACK_OFF_MS = [10_000, 60_000, 300_000, 1_800_000];
/** Instants of an expression that were missed and are noted one by one. */
const MOST_NOTED = 100;

/** The instant that is due, the missed ones before it, and what comes after. */
interface Due {
  plannedAt: Date;
  missed: Date[];
  next: Date | null;
}

function dueOf({ cron, timezone, nextRunAt }: ScheduleRow, now: Date): Due {
  const first = nextRunAt ?? now;
  if (cron === null) return { plannedAt: first, missed: [], next: null };
  const [plannedAt = first, ...missed] = missedInstants(cron, timezone, first, now);
  return { plannedAt, missed, next: nextCronInstant(cron, timezone, now) };
}

/** What becomes of a schedule whose run is over, for good or until its next instant. */
const goOn = ({ next }: Due) => ({
  nextRunAt: next,
  retryAt: null,
  attempts: 0,
  status: next === null ? 'done' : 'waiting',
  reason: null,
});

/** Its row, locked, if it still is what was looked at: a person may have changed or run it meanwhile. */
async function lockDue(tx: WriteContext, row: ScheduleRow, lease: Lease): Promise<ScheduleRow> {
  const locked = await lockSchedule(tx.db, row.projectId, row.id);
  await assertLease(tx.db, lease);
  const isSame = locked.nextRunAt?.getTime() === row.nextRunAt?.getTime() && locked.attempts === row.attempts;
  if (!isSame || locked.status !== 'waiting' || locked.version !== row.version) {
    throw serviceError('conflict', 'schedule_moved');
  }
  return locked;
}

async function noteMissed(tx: WriteContext, row: ScheduleRow, { missed }: Due): Promise<void> {
  if (missed.length === 0) return;
  const data = missed.slice(0, MOST_NOTED).map((plannedAt) => ({
    scheduleId: row.id,
    plannedAt,
    at: tx.now,
    outcome: 'skipped',
    late: true,
    attempts: 0,
    error: { code: 'run_missed' },
  }));
  await tx.db.scheduleRun.createMany({ data, skipDuplicates: true });
  tx.event('schedule.skipped', row.environmentId, {
    id: row.id,
    flag: row.flag,
    environment: row.environment.key,
    outcome: 'skipped',
    count: missed.length,
    from: missed.at(-1)?.toISOString(),
    to: missed[0]?.toISOString(),
  });
}

/** Does what a schedule says, with all that tells of it, in one transaction. */
async function apply(
  work: DueWork,
  row: ScheduleRow,
  due: Due,
  ready: Ready,
  author: ServiceContext,
): Promise<boolean> {
  const comment = row.comment ?? (row.description || undefined);
  const input = {
    flag: row.flag,
    environment: row.environment.key,
    version: ready.version,
    instructions: JSON.parse(JSON.stringify(ready.instructions)),
    ...(comment !== undefined && { comment }),
  };
  const step = { verb: 'configurations.change', input, environments: [row.environment.key], flags: [row.flag] };
  const ctx = { ...author, now: work.now, approval: { id: row.requestId ?? row.id } };
  return runSteps(ctx, [step], async (tx, outcomes) => {
    const locked = await lockDue(tx, row, work.lease);
    const isApplied = outcomes.some(({ drafts }) => drafts.length > 0);
    const { version } = await configurationInForce(tx.db, row.environmentId, row.flag);
    await noteMissed(tx, locked, due);
    await settle(tx, locked, {
      plannedAt: due.plannedAt,
      outcome: isApplied ? 'applied' : 'unchanged',
      configVersion: version,
      attempts: row.attempts + 1,
      data: { ...goOn(due), baseVersion: version },
    });
    return isApplied;
  });
}

type Ending = Pick<Settled, 'outcome' | 'error' | 'data'>;

/** Writes down what was not done, and why. */
async function end(work: DueWork, row: ScheduleRow, due: Due, ending: Ending): Promise<void> {
  const own = await work.inProject(row.projectId);
  await transaction({ ...own, now: work.now }, {}, async (tx) => {
    const locked = await lockDue(tx, row, work.lease);
    await noteMissed(tx, locked, due);
    const attempts = row.attempts + (ending.outcome === 'failed' ? 1 : 0);
    await settle(tx, locked, { ...ending, plannedAt: due.plannedAt, attempts });
  });
}

const stop = (status: 'review' | 'failed', code: string) => ({ status, reason: code, nextRunAt: null, retryAt: null });

/** What a refusal makes of a run: others have to look at it, or it is tried again a few times. */
function endingOf(row: ScheduleRow, { plannedAt }: Due, now: Date, refusal: ServiceErrorShape | null): Ending {
  const code = refusal?.code ?? 'internal';
  const error = { code, ...(refusal?.issues && { issues: refusal.issues }) };
  if (code === 'version_conflict') return { outcome: 'review', error, data: stop('review', code) };
  const attempts = row.attempts + 1;
  const wait = BACK_OFF_MS[attempts - 1];
  if (attempts >= MOST_ATTEMPTS || wait === undefined) {
    return { outcome: 'failed', error, data: { ...stop('failed', code), attempts } };
  }
  const retryAt = new Date(now.getTime() + wait);
  return { outcome: 'failed', error, data: { attempts, retryAt, reason: code, nextRunAt: plannedAt } };
}

/** Whether the work itself cannot go on: then it is no fault of the schedule. */
const isOurs = (thrown: unknown, refusal: ServiceErrorShape | null): boolean =>
  refusal?.kind === 'unavailable' || refusal?.code === 'lease_lost' || isDatabaseFault(thrown);

async function runOne(work: DueWork, row: ScheduleRow): Promise<keyof DueReport | null> {
  const due = dueOf(row, work.now);
  const missedBy = work.now.getTime() - due.plannedAt.getTime();
  if (row.missedAfter !== null && missedBy > Number(row.missedAfter)) {
    await end(work, row, due, { outcome: 'skipped', error: { code: 'run_missed' }, data: goOn(due) });
    return 'skipped';
  }
  const author = await work.asAuthor(row.projectId, { kind: row.authorKind, id: row.authorId });
  const ready = await readyToRun(work.db, row, author);
  if ('code' in ready || !author) {
    const { code, isOver = false } = 'code' in ready ? ready : { code: 'author_gone' };
    const outcome = isOver ? 'failed' : 'review';
    await end(work, row, due, { outcome, error: { code }, data: stop(outcome, code) });
    return outcome;
  }
  try {
    return (await apply(work, row, due, ready, author)) ? 'applied' : 'unchanged';
  } catch (thrown) {
    const refusal = asServiceError(refusalOfChange(thrown));
    if (refusal?.code === 'schedule_moved' || isOurs(thrown, refusal)) throw thrown;
    if (!refusal) work.warn({ err: thrown, schedule: row.id }, 'a schedule failed');
    const ending = endingOf(row, due, work.now, refusal);
    await end(work, row, due, ending);
    return ending.outcome;
  }
}

/** What is due and was not looked at in this run, the earliest instant first. */
const nextDue = ({ db, now }: DueWork, seen: readonly string[]): Promise<ScheduleRow | null> =>
  db.schedule.findFirst({
    where: {
      status: 'waiting',
      nextRunAt: { lte: now },
      OR: [{ retryAt: null }, { retryAt: { lte: now } }],
      id: { notIn: [...seen] },
    },
    orderBy: [{ nextRunAt: 'asc' }, { id: 'asc' }],
    include: WITH_LAST_RUN,
  });

/**
 * Carries out what is due, in the order of its instants, each once: what is done and that it was done are one
 * transaction. One that fails stops no other.
 */
export async function runDue(work: DueWork): Promise<DueReport> {
  const report: DueReport = { applied: 0, unchanged: 0, skipped: 0, review: 0, failed: 0 };
  const seen: string[] = [];
  for (let row = await nextDue(work, seen); row; row = await nextDue(work, seen)) {
    seen.push(row.id);
    await work.keep();
    try {
      const outcome = await runOne(work, row);
      if (outcome) report[outcome] += 1;
    } catch (thrown) {
      // Somebody changed or ran it meanwhile: what it says now is looked at the next time.
      if (asServiceError(thrown)?.code !== 'schedule_moved') throw thrown;
    }
  }
  return report;
}
