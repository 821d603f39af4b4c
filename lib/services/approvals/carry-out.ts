import { z } from 'zod';
import { Prisma } from '@/lib/db/generated/client';
import { storedStepsSchema } from '@/lib/schemas/change-request';
import type { ProjectScope, ServiceContext } from '../context';
import { asServiceError, type ServiceErrorShape, serviceError } from '../errors';
import { jsonOf } from '../json-of';
import { transaction, type WriteContext } from '../transaction';
import { assertAuthorMay } from './author-may';
import { assertOpen, findRequest, isOpen, lockRequest, noteEvent } from './request-row';
import { runSteps, type StepOutcome } from './run-steps';
import { type Approver, approversOf, readStanding, requiredOf } from './standing';
import type { ChangeRequestView } from './types';
import type { RequestRow } from './row';
import { changeRequestView } from './view';

type Project = ServiceContext<ProjectScope>;
/** Checked inside of the transaction, such as a job’s lease. */
type Guard = (tx: WriteContext) => Promise<void>;

/** Throws unless enough people, who may still approve, approved what it says now. */
export async function assertApproved(tx: Pick<WriteContext, 'db' | 'now'>, row: RequestRow): Promise<Approver[]> {
  assertOpen(row);
  const standing = await readStanding(tx.db, row.projectId, [row], tx.now);
  const [required, given] = [requiredOf(row, standing), approversOf(row, standing)];
  if (given.length < required) {
    throw serviceError('refused', 'approvals_missing', { params: { required, given: given.length } });
  }
  return given;
}

/** What was approved must not reach further than those who approved it knew. */
function assertReach(row: RequestRow, outcomes: readonly StepOutcome[]): void {
  const isKnown = (key: string): boolean => row.environments.includes(key);
  if (!outcomes.every(({ environments }) => environments.every(isKnown))) {
    throw serviceError('conflict', 'request_reaches_more');
  }
}

const identified = z.object({ id: z.string(), version: z.int() });

/** What steps did, as it is kept: enough to show it, and to take it back. */
const outcomesOf = (outcomes: readonly StepOutcome[]) =>
  jsonOf({
    v: 1,
    outcomes: outcomes.map(({ step: { verb, input, tenant }, result, drafts }) => ({
      verb,
      input,
      tenant,
      made: identified.safeParse(result).data,
      drafts: drafts.map(({ comment: _, ...draft }) => draft),
    })),
  });

async function finish(tx: WriteContext, row: RequestRow, approvers: Approver[], outcomes: readonly StepOutcome[]) {
  await noteEvent(tx, row, 'apply');
  const applied = await tx.db.changeRequest.update({
    where: { id: row.id },
    data: {
      status: 'applied',
      appliedAt: tx.now,
      appliedBy: tx.actor.name,
      applied: outcomesOf(outcomes),
      reason: Prisma.DbNull,
      version: { increment: 1 },
      updatedAt: tx.now,
    },
    include: { events: true },
  });
  const { number, environments, flags, authorKind, authorId, authorName } = row;
  const author = { kind: authorKind, id: authorId, name: authorName };
  tx.audit({
    action: 'changeRequest.apply',
    flag: flags[0],
    after: { number, environments, flags, author, approvedBy: approvers },
    comment: row.comment ?? undefined,
  });
  return changeRequestView(tx.db, applied, tx.now);
}

/** Applies an approved request: everything in one transaction, or nothing. For whoever carries it out, a job too. */
export async function carryOut(ctx: Project, id: string, guard?: Guard): Promise<ChangeRequestView> {
  const found = await findRequest(ctx.db, ctx.scope.projectId, id);
  assertOpen(found);
  const { steps } = storedStepsSchema.parse(found.steps);
  try {
    return await runSteps({ ...ctx, approval: { id: found.id } }, steps, async (tx, outcomes) => {
      await guard?.(tx);
      // Its row is locked last: whoever decides of it holds nothing else.
      const row = await lockRequest(tx.db, tx.scope.projectId, found.id);
      const approvers = await assertApproved(tx, row);
      // What was run is what it said when it was read; what was approved is what it says now.
      if (row.revision !== found.revision) throw serviceError('conflict', 'version_conflict');
      assertReach(row, outcomes);
      await assertAuthorMay(tx, row, steps);
      return finish(tx, row, approvers, outcomes);
    });
  } catch (thrown) {
    const refusal = asServiceError(thrown);
    if (refusal && isForPeople(refusal)) await noteFailure(ctx, found.id, refusal);
    throw thrown;
  }
}

const NOT_ITS_FAULT = ['approvals_missing', 'request_closed', 'lease_lost'];

/** Whether somebody has to look at it: trying again would fail again. */
export const isForPeople = ({ kind, code }: ServiceErrorShape): boolean =>
  ['conflict', 'refused', 'not_found', 'invalid'].includes(kind) && !NOT_ITS_FAULT.includes(code);

/** Keeps why it could not be applied, for whoever looks at it next; the clock does not try again by itself. */
export async function noteFailure(
  ctx: Project,
  id: string,
  { kind, code, issues = [] }: Pick<ServiceErrorShape, 'kind' | 'code' | 'issues'>,
): Promise<void> {
  await transaction(ctx, {}, async (tx) => {
    const row = await lockRequest(tx.db, tx.scope.projectId, id);
    // Another applied it meanwhile: that is why.
    if (!isOpen(row)) return;
    await noteEvent(tx, row, 'fail', code);
    await tx.db.changeRequest.update({
      where: { id },
      data: { status: 'open', applyAt: null, reason: jsonOf({ kind, code, issues }), updatedAt: tx.now },
    });
    tx.audit({ action: 'changeRequest.fail', flag: row.flags[0], after: { number: row.number, code } });
  });
}
