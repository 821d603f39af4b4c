import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import { env } from '@/lib/env';
import { requestIdOf } from '@/lib/http/request-id';
import type { InstallationScope, ProjectScope, ServiceContext, TenantScope } from '@/lib/services/context';
import { serviceError } from '@/lib/services/errors';
import type { Dependencies } from './context';
import { dependencies } from './dependencies';
import { guestIdentity, mintInstallation, mintProject, mintTenant } from './mint';
import { sessionCookieName } from './session-token';
import { readSignedIn, type SignedIn } from './signed-in';
import { siteOf } from './site';

interface Asking {
  dependencies: Dependencies;
  signedIn: SignedIn | null;
  requestId: string;
}

/** Read once per request, however many layouts and pages ask. */
const asking = cache(async (): Promise<Asking> => {
  const [requestHeaders, jar] = await Promise.all([headers(), cookies()]);
  const own = await dependencies(requestHeaders);
  const token = jar.get(sessionCookieName(siteOf(requestHeaders).secure))?.value ?? null;
  const signedIn = await readSignedIn(own, token, env().sessionSecret);
  return { dependencies: own, signedIn, requestId: requestIdOf(requestHeaders) };
});

/** Who is signed in, or null. For pages and server actions. */
export const currentUser = async (): Promise<SignedIn | null> => (await asking()).signedIn;

/** The signed-in user's context in a project. Throws `unauthenticated`, and `not_found` for strangers. */
export async function userInProject(project: string): Promise<ServiceContext<ProjectScope>> {
  const { dependencies: own, signedIn, requestId } = await asking();
  if (!signedIn) throw serviceError('unauthenticated');
  return mintProject(own, signedIn, project, requestId);
}

/** The signed-in user's context in a tenant, as its admin or a member of its project; `not_found` for others. */
export async function userInTenant(place: { project: string; tenant: string }): Promise<ServiceContext<TenantScope>> {
  const { dependencies: own, signedIn, requestId } = await asking();
  if (!signedIn) throw serviceError('unauthenticated');
  return mintTenant(own, signedIn, place, requestId);
}

/** The signed-in user's context in the installation. Throws `unauthenticated`. */
export async function userInInstallation(): Promise<ServiceContext<InstallationScope>> {
  const { dependencies: own, signedIn, requestId } = await asking();
  if (!signedIn) throw serviceError('unauthenticated');
  return mintInstallation(own, signedIn, requestId);
}

/** The context of somebody who is not signed in, for signing in, setting up and using links. */
export async function guestContext(): Promise<ServiceContext<InstallationScope>> {
  const { dependencies: own, requestId } = await asking();
  return mintInstallation(own, guestIdentity, requestId);
}
