import { headers } from 'next/headers';
import { requireSameOrigin } from '@/lib/auth/origin';
import { userInInstallation, userInProject, userInTenant } from '@/lib/auth/session';
import { requestIdOf } from '@/lib/http/request-id';
import type { InstallationScope, ProjectScope, ServiceContext, TenantScope } from '@/lib/services/context';
import { actionError } from './action-error';
import type { ActionResult } from './action-result';

type Run<C, O> = (ctx: C, input: unknown) => Promise<O>;

/** The shell of every action: refuses foreign pages and words what goes wrong; it never throws. */
export async function runAction<O>(act: () => Promise<O>): Promise<ActionResult<O>> {
  const requestHeaders = await headers();
  try {
    requireSameOrigin(requestHeaders);
    return { ok: true, data: await act() };
  } catch (thrown) {
    return { ok: false, error: await actionError(thrown, requestIdOf(requestHeaders)) };
  }
}

/** Runs a project's verb for the signed-in user: `runVerb(createFlag, { project }, input)`. */
export const runVerb = <O>(
  verb: Run<ServiceContext<ProjectScope>, O>,
  at: { project: string },
  input: unknown,
): Promise<ActionResult<O>> => runAction(async () => verb(await userInProject(at.project), input));

/** The same for verbs of one tenant: `runTenantVerb(setOverride, { project, tenant }, input)`. */
export const runTenantVerb = <O>(
  verb: Run<ServiceContext<TenantScope>, O>,
  at: { project: string; tenant: string },
  input: unknown,
): Promise<ActionResult<O>> => runAction(async () => verb(await userInTenant(at), input));

/** The same for verbs of the installation: users, roles, projects, the clock. */
export const runInstallationVerb = <O>(
  verb: Run<ServiceContext<InstallationScope>, O>,
  input: unknown,
): Promise<ActionResult<O>> => runAction(async () => verb(await userInInstallation(), input));
