import { appliedSchema, revertRequestSchema, type Step } from '@/lib/schemas/change-request';
import { authorizeMember, isAllowed } from '../authorize';
import type { ProjectScope, ServiceContext } from '../context';
import { parseInput, refusing, type Verb } from '../define-verb';
import { serviceError } from '../errors';
import { createRequest, flagsOf } from './hold';
import { inverseOf } from './inverse';
import { findRequest, lockRequest, noteEvent } from './request-row';
import { previewSteps, runSteps } from './run-steps';
import { takeWish } from './wish';
import type { ChangeRequestView } from './types';
import { keptVerb } from './verbs';
import type { RequestRow } from './row';
import { changeRequestView } from './view';

type Project = ServiceContext<ProjectScope>;

/** Makes the steps as the actor's own writes: each is authorised, and says if it has to wait. */
function takeBack(ctx: Project, row: RequestRow, steps: Step[], comment: string): Promise<ChangeRequestView> {
  return runSteps(ctx, steps, async (tx) => {
    const locked = await lockRequest(tx.db, tx.scope.projectId, row.id);
    await noteEvent(tx, locked, 'revert', comment);
    const { number, environments, flags } = locked;
    tx.audit({ action: 'changeRequest.revert', flag: flags[0], after: { number, environments, flags }, comment });
    return changeRequestView(tx.db, await lockRequest(tx.db, tx.scope.projectId, row.id), tx.now);
  });
}

const isHeld = (thrown: unknown): boolean => thrown instanceof Error && thrown.name === 'Held';

async function run(ctx: Project, raw: unknown): Promise<ChangeRequestView> {
  authorizeMember(ctx);
  const { input, wish } = takeWish(raw);
  const { id, comment } = parseInput(revertRequestSchema, input);
  const row = await findRequest(ctx.db, ctx.scope.projectId, id);
  if (row.status !== 'applied') throw serviceError('refused', 'request_not_applied');
  const said = comment?.trim() ? comment : `#${row.number}`;
  const { outcomes } = appliedSchema.parse(row.applied ?? { v: 1, outcomes: [] });
  const steps = inverseOf(outcomes, ctx.now).map((step) => withComment(step, said));
  if (steps.length === 0) throw serviceError('refused', 'nothing_to_undo');
  const mayAsk = steps.every(({ verb, input: asked }) => isAllowed(ctx, keptVerb(verb).permissionFor(asked), []));
  if (!mayAsk) throw serviceError('forbidden');
  try {
    if (!wish.request) return await takeBack(ctx, row, steps, said);
  } catch (thrown) {
    if (!isHeld(thrown)) throw thrown;
  }
  const looked = await previewSteps(ctx, steps, 'preview');
  const known = looked.map(({ step, environments, drafts }) => ({ ...step, environments, flags: flagsOf(drafts) }));
  const title = row.title === '' ? `↩ #${row.number}` : `↩ #${row.number} ${row.title}`.slice(0, 200);
  const changeRequest = await createRequest(ctx, { title, comment, steps: known });
  throw serviceError('accepted', 'approval_pending', { accepted: { changeRequest } });
}

/** Each call says why, for environments that want it said. */
function withComment(step: Step, comment: string): Step {
  return { ...step, input: { ...step.input, comment } };
}

/**
 * Takes back all that an applied request changed, or nothing of it: at once, or as a change request of its own where
 * one of its environments wants approvals.
 */
export const revertRequest: Verb<typeof revertRequestSchema, ChangeRequestView, ProjectScope> = Object.assign(
  (ctx: Project, raw: unknown) => refusing(ctx, 'changeRequests.revert', () => run(ctx, raw)),
  {
    verbName: 'changeRequests.revert',
    input: revertRequestSchema,
    permission: 'config.edit' as const,
    kind: 'write' as const,
  },
);
