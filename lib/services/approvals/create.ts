import { changeRequestCreateSchema, type Step } from '@/lib/schemas/change-request';
import { authorize, authorizeMember } from '../authorize';
import { findEnvironment } from '../configurations/find-subject';
import type { ProjectScope, ServiceContext } from '../context';
import { parseInput, refusing, type Verb } from '../define-verb';
import { createRequest } from './hold';
import { previewSteps } from './run-steps';
import type { ChangeRequestView } from './types';

async function run(ctx: ServiceContext<ProjectScope>, raw: unknown): Promise<ChangeRequestView> {
  authorizeMember(ctx);
  // Who may edit in some environment may ask for an edit in any.
  authorize(ctx, 'config.edit', []);
  const { title, comment, changes } = parseInput(changeRequestCreateSchema, raw);
  const steps = changes.map(
    ({ flag, environment, ...change }): Step => ({
      verb: 'configurations.change',
      input: { flag, environment, ...change, ...(comment !== undefined && { comment }) },
      environments: [environment],
      flags: [flag],
    }),
  );
  for (const { environment } of changes) await findEnvironment(ctx.db, ctx.scope.projectId, environment);
  // What is wrong with it is said now, to whoever can mend it.
  await previewSteps(ctx, steps, 'preview');
  return createRequest(ctx, { title, comment, steps });
}

/** Asks for changes of several flags and environments, to be made all or none. */
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
