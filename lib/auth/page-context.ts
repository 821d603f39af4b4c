import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import type { ProjectScope, ServiceContext, TenantScope } from '@/lib/services/context';
import { asServiceError } from '@/lib/services/errors';
import { PATH_HEADER } from './path-header';
import { currentUser, userInProject, userInTenant } from './session';
import type { SignedIn } from './signed-in';

/** Who is signed in; others are sent to sign in, and back here afterwards. For pages and layouts. */
export async function requireUser(): Promise<SignedIn> {
  const signedIn = await currentUser();
  if (signedIn) return signedIn;
  const path = (await headers()).get(PATH_HEADER);
  return redirect(path && path !== '/' ? `/sign-in?callbackUrl=${encodeURIComponent(path)}` : '/sign-in');
}

/** A page's context in its project: strangers see the same page as for a project that is not there. */
export async function pageContext(project: string): Promise<ServiceContext<ProjectScope>> {
  await requireUser();
  return orNotFound(() => userInProject(project));
}

/** The same in a tenant: for its project's members and its own admins. */
export async function tenantPageContext(at: { project: string; tenant: string }): Promise<ServiceContext<TenantScope>> {
  await requireUser();
  return orNotFound(() => userInTenant(at));
}

async function orNotFound<T>(mint: () => Promise<T>): Promise<T> {
  try {
    return await mint();
  } catch (thrown) {
    if (asServiceError(thrown)?.kind === 'not_found') return notFound();
    throw thrown;
  }
}
