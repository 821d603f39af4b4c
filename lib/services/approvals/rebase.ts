import { z } from 'zod';
import { Prisma } from '@/lib/db/generated/client';
import { changeRequestPlaceSchema, type Step, storedStepsSchema } from '@/lib/schemas/change-request';
import { authorizeMember, authorizeView } from '../authorize';
import { findEnvironment, findSubject } from '../configurations/find-subject';
import type { ProjectScope, ServiceContext } from '../context';
import { parseInput, refusing, type Verb } from '../define-verb';
import { serviceError } from '../errors';
import { findFlag } from '../flags/flag-row';
import { segmentInForce } from '../items/read';
import { jsonOf } from '../json-of';
import { transaction } from '../transaction';
import { flagsOf } from './hold';
import { assertOpen, findRequest, holdsIn, isAuthor, lockRequest, noteEvent } from './request-row';
import { previewSteps } from './run-steps';
import type { ChangeRequestView } from './types';
import { changeRequestView } from './view';

type Project = ServiceContext<ProjectScope>;

const placed = z.object({ flag: z.string(), environment: z.string(), version: z.int() });
const segmented = z.object({ key: z.string(), environment: z.string(), version: z.int() });

/** The version that a step would name, were it asked for now; null for one that names none. */
async function currentVersion(ctx: Project, { verb, input }: Step): Promise<number | null> {
  const { projectId } = ctx.scope;
  const place = placed.safeParse(input);
  if (verb.startsWith('configurations.') && verb !== 'configurations.undo' && place.success) {
    return (await findSubject(ctx.db, projectId, place.data)).configuration.version;
  }
  const segment = segmented.safeParse(input);
  if (verb === 'segments.updateContent' && segment.success) {
    const { id } = await findEnvironment(ctx.db, projectId, segment.data.environment);
    return (await segmentInForce(ctx.db, id, segment.data.key)).version;
  }
  const flag = z.object({ key: z.string(), version: z.int() }).safeParse(input);
  return verb === 'flags.update' && flag.success ? (await findFlag(ctx.db, projectId, flag.data.key)).version : null;
}

const placeOf = ({ verb, input: { flag, key, environment } }: Step): string =>
  JSON.stringify([verb.split('.')[0], flag, key, environment]);

/** A step as if it were asked for now: on what is stored now, and what those before it make of the same. */
async function onCurrent(ctx: Project, step: Step, before: readonly Step[]): Promise<Step> {
  const current = await currentVersion(ctx, step);
  if (current === null) return step;
  const version = current + before.filter((each) => placeOf(each) === placeOf(step)).length;
  return { ...step, input: { ...step.input, version } };
}

/** What the steps reach and change on top of what is stored now. */
async function restated(ctx: Project, steps: readonly Step[], id: string): Promise<Step[]> {
  const rebased: Step[] = [];
  for (const step of steps) rebased.push(await onCurrent(ctx, step, rebased));
  // Only what can still be made is worth looking at again.
  const outcomes = await previewSteps(ctx, rebased, id);
  return outcomes.map(({ step, environments, drafts }) => ({ ...step, environments, flags: flagsOf(drafts) }));
}

async function run(ctx: Project, raw: unknown): Promise<ChangeRequestView> {
  authorizeMember(ctx);
  authorizeView(ctx, 'flag.view');
  const { id } = parseInput(changeRequestPlaceSchema, raw);
  const before = await findRequest(ctx.db, ctx.scope.projectId, id);
  const isTheirs = (await isAuthor(ctx, ctx.db, before)) || (await holdsIn(ctx, ctx.db, before, 'approval.give'));
  if (!isTheirs) throw serviceError('forbidden');
  assertOpen(before);
  const { steps } = storedStepsSchema.parse(before.steps);
  const rebased = await restated(ctx, steps, before.id);
  return transaction(ctx, {}, async (tx) => {
    const row = await lockRequest(tx.db, tx.scope.projectId, before.id);
    assertOpen(row);
    if (row.version !== before.version) throw serviceError('conflict', 'version_conflict');
    // Approvals were of what it said before.
    const revision = row.revision + 1;
    await noteEvent(tx, { ...row, revision }, 'rebase');
    const next = await tx.db.changeRequest.update({
      where: { id: row.id },
      data: {
        steps: jsonOf({ v: 1, steps: rebased }),
        environments: [...new Set(rebased.flatMap(({ environments }) => environments))],
        flags: [...new Set(rebased.flatMap(({ flags }) => flags))],
        revision,
        status: 'open',
        applyAt: null,
        reason: Prisma.DbNull,
        version: { increment: 1 },
        updatedAt: tx.now,
      },
      include: { events: true },
    });
    tx.audit({ action: 'changeRequest.rebase', flag: row.flags[0], after: { number: row.number, revision } });
    return changeRequestView(tx.db, next, tx.now);
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
