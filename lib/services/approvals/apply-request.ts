import { applyRequestSchema } from '@/lib/schemas/change-request';
import { authorizeMember, authorizeView } from '../authorize';
import type { ProjectScope, ServiceContext } from '../context';
import { parseInput, refusing, type Verb } from '../define-verb';
import { asServiceError, serviceError } from '../errors';
import { transaction, type WriteContext } from '../transaction';
import { assertApproved, carryOut } from './carry-out';
import { assertOpen, findRequest, holdsIn, isAuthor, lockRequest, noteEvent } from './request-row';
import type { ChangeRequestView } from './types';
import type { RequestRow } from './row';
import { changeRequestView } from './view';

type Project = ServiceContext<ProjectScope>;

async function isApproved(tx: WriteContext, row: RequestRow): Promise<boolean> {
  try {
    await assertApproved(tx, row);
    return true;
  } catch (thrown) {
    if (asServiceError(thrown)?.code === 'approvals_missing') return false;
    throw thrown;
  }
}

/** Chooses when a request is to be applied, once it is approved; null is by hand. */
async function scheduleRequest(ctx: Project, id: string, at: Date | null): Promise<ChangeRequestView> {
  if (at && at <= ctx.now) throw serviceError('refused', 'instant_past');
  return transaction(ctx, {}, async (tx) => {
    const row = await lockRequest(tx.db, tx.scope.projectId, id);
    assertOpen(row);
    await noteEvent(tx, row, 'schedule', at?.toISOString());
    const next = await tx.db.changeRequest.update({
      where: { id: row.id },
      data: {
        applyAt: at,
        status: at && (await isApproved(tx, row)) ? 'scheduled' : 'open',
        attempts: 0,
        version: { increment: 1 },
        updatedAt: tx.now,
      },
      include: { events: true },
    });
    const after = { number: row.number, at: at?.toISOString() ?? null };
    tx.audit({ action: 'changeRequest.schedule', flag: row.flags[0], after });
    return changeRequestView(tx.db, next, tx.now);
  });
}

async function run(ctx: Project, raw: unknown): Promise<ChangeRequestView> {
  authorizeMember(ctx);
  authorizeView(ctx, 'flag.view');
  const { id, at } = parseInput(applyRequestSchema, raw);
  const row = await findRequest(ctx.db, ctx.scope.projectId, id);
  const isTheirs = (await isAuthor(ctx, ctx.db, row)) || (await holdsIn(ctx, ctx.db, row, 'approval.give'));
  if (!isTheirs) throw serviceError('forbidden');
  return at === undefined ? carryOut(ctx, row.id) : scheduleRequest(ctx, row.id, at);
}

/** Applies an approved request now, or at a time; its author may, and who may approve it. */
export const applyRequest: Verb<typeof applyRequestSchema, ChangeRequestView, ProjectScope> = Object.assign(
  (ctx: Project, raw: unknown) => refusing(ctx, 'changeRequests.apply', () => run(ctx, raw)),
  {
    verbName: 'changeRequests.apply',
    input: applyRequestSchema,
    permission: 'flag.view' as const,
    kind: 'write' as const,
  },
);
