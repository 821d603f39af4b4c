import { z } from 'zod';
import { changeRequestPlaceSchema, type Step, storedStepsSchema } from '@/lib/schemas/change-request';
import { authorizeMember, authorizeView } from '../authorize';
import { findSubject } from '../configurations/find-subject';
import type { ProjectScope, ServiceContext } from '../context';
import { parseInput, refusing, type Verb } from '../define-verb';
import { serviceError } from '../errors';
import { jsonOf } from '../json-of';
import { transaction } from '../transaction';
import { findRequest, holdsIn, isAuthor, lockRequest } from './request-row';
import { previewSteps } from './run-steps';
import type { ChangeRequestView } from './types';
import { changeRequestView } from './view';

type Project = ServiceContext<ProjectScope>;

const placed = z.object({ flag: z.string(), environment: z.string(), version: z.int() });

/** A step as if it were asked for now: on what is stored now. Those without a version always are. */
async function onCurrent(ctx: Project, step: Step): Promise<Step> {
  const place = placed.safeParse(step.input);
  if (!place.success || !step.verb.startsWith('configurations.')) return step;
  const { configuration } = await findSubject(ctx.db, ctx.scope.projectId, place.data);
  return { ...step, input: { ...step.input, version: configuration.version } };
}

async function run(ctx: Project, raw: unknown): Promise<ChangeRequestView> {
  authorizeMember(ctx);
  authorizeView(ctx, 'flag.view');
  const { id } = parseInput(changeRequestPlaceSchema, raw);
  const before = await findRequest(ctx.db, ctx.scope.projectId, id);
  if (!isAuthor(ctx, before) && !(await holdsIn(ctx, ctx.db, before, 'approval.give'))) throw serviceError('forbidden');
  const { steps } = storedStepsSchema.parse(before.steps);
  const rebased = await Promise.all(steps.map((step) => onCurrent(ctx, step)));
  // Only what can still be made is worth looking at again.
  await previewSteps(ctx, rebased, id);
  return transaction(ctx, {}, async (tx) => {
    const row = await lockRequest(tx.db, tx.scope.projectId, id);
    if (row.status !== 'open' && row.status !== 'scheduled') throw serviceError('refused', 'request_closed');
    if (row.version !== before.version) throw serviceError('conflict', 'version_conflict');
    const revision = row.revision + 1;
    const { actor, now } = tx;
    await tx.db.changeRequestEvent.create({
      data: {
        id: tx.newId(),
        requestId: id,
        at: now,
        kind: 'rebase',
        revision,
        actorId: actor.id,
        actorName: actor.name,
        body: '',
      },
    });
    const next = await tx.db.changeRequest.update({
      where: { id },
      data: {
        steps: jsonOf({ v: 1, steps: rebased }),
        // Approvals were of what it said before.
        revision,
        status: 'open',
        applyAt: null,
        version: { increment: 1 },
        updatedAt: now,
      },
      include: { events: true },
    });
    tx.audit({ action: 'changeRequest.rebase', flag: row.flags[0], after: { number: row.number, revision } });
    return changeRequestView(tx.db, next);
  });
}

/** Puts a request on top of what others changed since; it has to be approved anew. */
export const rebaseRequest: Verb<typeof changeRequestPlaceSchema, ChangeRequestView, ProjectScope> = Object.assign(
  (ctx: Project, raw: unknown) => refusing(ctx, 'changeRequests.rebase', () => run(ctx, raw)),
  {
    verbName: 'changeRequests.rebase',
    input: changeRequestPlaceSchema,
    permission: 'flag.view' as const,
    kind: 'write' as const,
  },
);
