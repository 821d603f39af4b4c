import type { PrismaClient } from '@/lib/db/generated/client';
import type { ProjectScope, ServiceContext } from '../context';
import { assertLease, type Lease } from '../leases/lease';
import { transaction } from '../transaction';
import { noteFailure } from './carry-out';
import { isOpen, lockRequest } from './request-row';
import { approversOf, readStanding, requiredOf } from './standing';

/** As many are looked at in one run. */
const BATCH = 200;
const MOST_ATTEMPTS = 5;

/** Requests whose time has come and that enough people approved, the longest due first. */
export async function dueRequests(db: PrismaClient, now: Date): Promise<{ id: string; projectId: string }[]> {
  const rows = await db.changeRequest.findMany({
    where: { status: { in: ['open', 'scheduled'] }, applyAt: { lte: now } },
    include: { events: true },
    orderBy: [{ applyAt: 'asc' }, { number: 'asc' }],
    take: BATCH,
  });
  const due = [];
  for (const row of rows) {
    const standing = await readStanding(db, row.projectId, [row], now);
    if (approversOf(row, standing).length >= requiredOf(row, standing)) due.push(row);
  }
  return due;
}

/** Counts an attempt that failed for no fault of the request; after the last it is left to people. */
export async function noteAttempt(ctx: ServiceContext<ProjectScope>, id: string, lease: Lease): Promise<void> {
  const attempts = await transaction(ctx, {}, async (tx) => {
    await assertLease(tx.db, lease);
    const row = await lockRequest(tx.db, tx.scope.projectId, id);
    if (!isOpen(row)) return 0;
    const next = await tx.db.changeRequest.update({ where: { id }, data: { attempts: { increment: 1 } } });
    return next.attempts;
  });
  if (attempts >= MOST_ATTEMPTS) await noteFailure(ctx, id, { kind: 'unavailable', code: 'apply_failed' });
}
