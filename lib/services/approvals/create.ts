import { changeRequestCreateSchema } from '@/lib/schemas/change-request';
import { authorize, authorizeMember } from '../authorize';
import { findEnvironment } from '../configurations/find-subject';
import type { ProjectScope, ServiceContext } from '../context';
import { parseInput, refusing, type Verb } from '../define-verb';
import { createRequest, flagsOf } from './hold';
import { previewSteps } from './run-steps';
import { stepsOf } from './steps-of';
import type { ChangeRequestView } from './types';
import { keptVerb } from './verbs';

async function run(ctx: ServiceContext<ProjectScope>, raw: unknown): Promise<ChangeRequestView> {
  authorizeMember(ctx);
  authorize(ctx, 'config.edit', []);
  const { title, comment, changes, applyAt } = parseInput(changeRequestCreateSchema, raw);
  for (const key of new Set(changes.map(({ environment }) => environment))) {
    await findEnvironment(ctx.db, ctx.scope.projectId, key);
  }
  const steps = stepsOf(changes, comment);
  // Who may edit in some environment may ask for an edit in any.
  for (const { verb, input } of steps) authorize(ctx, keptVerb(verb).permissionFor(input), []);
  // What is wrong with it is said now, to whoever can mend it.
  const outcomes = await previewSteps(ctx, steps, 'preview');
  const known = outcomes.map(({ step, environments, drafts }) => ({ ...step, environments, flags: flagsOf(drafts) }));
  return createRequest(ctx, { title, comment, steps: known, applyAt });
}

/** Asks for changes of several flags, segments, tenants and environments, to be made all or none. */
export const createChangeRequest: Verb<typeof changeRequestCreateSchema, ChangeRequestView, ProjectScope> =
  Object.assign(
    (ctx: ServiceContext<ProjectScope>, raw: unknown) => refusing(ctx, 'changeRequests.create', () => run(ctx, raw)),
    {
      verbName: 'changeRequests.create',
      input: changeRequestCreateSchema,
      permission: 'config.edit' as const,
      kind: 'write' as const,
    },
  );
