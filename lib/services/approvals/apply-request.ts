import { storedStepsSchema, applyRequestSchema } from '@/lib/schemas/change-request';
import { authorizeMember, authorizeView } from '../authorize';
import type { ProjectScope, ServiceContext } from '../context';
import { parseInput, refusing, type Verb } from '../define-verb';
import { asServiceError, serviceError } from '../errors';
import { jsonOf } from '../json-of';
import { transaction, type WriteContext } from '../transaction';
import { findRequest, holdsIn, isAuthor, lockRequest } from './request-row';
import { runSteps } from './run-steps';
import type { ChangeRequestView } from './types';
import { approvers, changeRequestView, requiredApprovals, type RequestRow } from './view';

type Project = ServiceContext<ProjectScope>;

const isOpen = ({ status }: RequestRow): boolean => status === 'open' || status === 'scheduled';

function assertOpen(row: RequestRow): void {
  if (!isOpen(row)) throw serviceError('refused', 'request_closed');
}

/** Throws unless enough people approved what it says now. */
async function assertApproved(tx: Pick<WriteContext, 'db'>, row: RequestRow): Promise<void> {
  assertOpen(row);
  const required = await requiredApprovals(tx.db, row);
  const given = approvers(row).length;
  if (given < required) throw serviceError('refused', 'approvals_missing', { params: { required, given } });
}

async function note(tx: WriteContext, row: RequestRow, kind: string, body = ''): Promise<void> {
  const { actor, now } = tx;
  await tx.db.changeRequestEvent.create({
    data: {
      id: tx.newId(),
      requestId: row.id,
      at: now,
      kind,
      revision: row.revision,
      actorId: actor.id,
      actorName: actor.name,
      body,
    },
  });
}

/** Applies an approved request: everything in one transaction, or nothing. For whoever carries it out, a job too. */
export async function carryOut(ctx: Project, id: string): Promise<ChangeRequestView> {
  const found = await findRequest(ctx.db, ctx.scope.projectId, id);
  const { steps: stored, authorKind, authorId, authorName } = found;
  assertOpen(found);
  const { steps } = storedStepsSchema.parse(stored);
  try {
    return await runSteps({ ...ctx, approval: { id } }, steps, async (tx) => {
      // Its row is locked last: whoever decides of it holds nothing else.
      const row = await lockRequest(tx.db, tx.scope.projectId, id);
      await assertApproved(tx, row);
      await note(tx, row, 'apply');
      const applied = await tx.db.changeRequest.update({
        where: { id },
        data: {
          status: 'applied',
          appliedAt: tx.now,
          appliedBy: tx.actor.name,
          reason: undefined,
          version: { increment: 1 },
          updatedAt: tx.now,
        },
        include: { events: true },
      });
      const after = {
        number: row.number,
        environments: row.environments,
        flags: row.flags,
        author: { kind: authorKind, id: authorId, name: authorName },
        approvedBy: approvers(row),
      };
      tx.audit({ action: 'changeRequest.apply', flag: row.flags[0], after });
      tx.event('changeRequest.apply', null, after);
      return changeRequestView(tx.db, applied);
    });
  } catch (thrown) {
    await noteFailure(ctx, id, thrown);
    throw thrown;
  }
}

/** Keeps why it could not be applied, for whoever looks at it next. */
async function noteFailure(ctx: Project, id: string, thrown: unknown): Promise<void> {
  const refusal = asServiceError(thrown);
  if (!refusal || !['conflict', 'refused', 'not_found'].includes(refusal.kind)) return;
  if (refusal.code === 'approvals_missing' || refusal.code === 'request_closed') return;
  const { kind, code, issues = [] } = refusal;
  await transaction(ctx, {}, async (tx) => {
    const row = await lockRequest(tx.db, tx.scope.projectId, id);
    // Another applied it meanwhile: that is why.
    if (!isOpen(row)) return;
    await note(tx, row, 'fail', code);
    await tx.db.changeRequest.update({
      where: { id },
      data: { reason: jsonOf({ kind, code, issues }), updatedAt: tx.now },
    });
  });
}

/** Chooses when an approved request is to be applied; null is by hand. */
async function scheduleRequest(ctx: Project, id: string, at: Date | null): Promise<ChangeRequestView> {
  if (at && at <= ctx.now) throw serviceError('refused', 'instant_past');
  return transaction(ctx, {}, async (tx) => {
    const row = await lockRequest(tx.db, tx.scope.projectId, id);
    if (at) await assertApproved(tx, row);
    await note(tx, row, 'schedule', at?.toISOString());
    const next = await tx.db.changeRequest.update({
      where: { id },
      data: {
        applyAt: at,
        status: at ? 'scheduled' : 'open',
        attempts: 0,
        version: { increment: 1 },
        updatedAt: tx.now,
      },
      include: { events: true },
    });
    tx.audit({
      action: 'changeRequest.schedule',
      flag: row.flags[0],
      after: { number: row.number, at: at?.toISOString() ?? null },
    });
    return changeRequestView(tx.db, next);
  });
}

async function run(ctx: Project, raw: unknown): Promise<ChangeRequestView> {
  authorizeMember(ctx);
  authorizeView(ctx, 'flag.view');
  const { id, at } = parseInput(applyRequestSchema, raw);
  const row = await findRequest(ctx.db, ctx.scope.projectId, id);
  const isTheirs = isAuthor(ctx, row) || (await holdsIn(ctx, ctx.db, row, 'approval.give'));
  if (!isTheirs) throw serviceError('forbidden');
  return at === undefined ? carryOut(ctx, id) : scheduleRequest(ctx, id, at);
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
