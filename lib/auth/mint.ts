import { isMember } from '@/lib/permissions/allows';
import { ROLE_TABLE } from '@/lib/permissions/table';
import { foldKey, isKey } from '@/lib/schemas/key';
import { authorizeMember, isTenantAdmin } from '@/lib/services/authorize';
import type { InstallationScope, ProjectScope, ServiceContext, TenantScope, Via } from '@/lib/services/context';
import { serviceError } from '@/lib/services/errors';
import {
  createContext,
  type Identity,
  installationScope,
  projectScope,
  tenantScope,
  type Dependencies,
} from './context';

/** The context of a project's verbs. A project that is not there and one that is not the asker's are both `not_found`. */
export async function mintProject(
  dependencies: Dependencies,
  identity: Identity,
  project: string,
  requestId: string,
): Promise<ServiceContext<ProjectScope>> {
  if (!isKey(project)) throw serviceError('not_found');
  const row = await dependencies.db.project.findUnique({
    where: { keyFolded: foldKey(project) },
    select: { id: true, key: true },
  });
  if (!row || !isMember(identity.actor.grants, row.id)) throw serviceError('not_found');
  return createContext(dependencies, identity, projectScope(row.id, row.key), requestId);
}

/** The context of a tenant's verbs, for its project's members and its own admins; to all others it is not there. */
export async function mintTenant(
  dependencies: Dependencies,
  identity: Identity,
  { project, tenant }: { project: string; tenant: string },
  requestId: string,
): Promise<ServiceContext<TenantScope>> {
  if (!isKey(project) || !isKey(tenant)) throw serviceError('not_found');
  const row = await dependencies.db.tenant.findFirst({
    where: { keyFolded: foldKey(tenant), project: { keyFolded: foldKey(project) } },
    select: { id: true, key: true, project: { select: { id: true, key: true } } },
  });
  if (!row) throw serviceError('not_found');
  const ctx = createContext(dependencies, identity, tenantScope(row.project, row), requestId);
  if (!isTenantAdmin(ctx)) authorizeMember(ctx);
  return ctx;
}

/** The context of the installation's verbs: users, roles, projects, the clock. */
export const mintInstallation = (
  dependencies: Dependencies,
  identity: Identity,
  requestId: string,
): ServiceContext<InstallationScope> => createContext(dependencies, identity, installationScope(), requestId);

/** A job of our own, allowed everything: what it does for a person is authorised with that person's grants instead. */
export const jobIdentity = (name: string, via: Via = 'job'): Identity => ({
  actor: { kind: 'job', id: name, name, grants: [{ ...ROLE_TABLE.admin, projectId: null, environmentId: null }] },
  via,
});

/** Nobody yet: who signs in, sets up, or uses a link. It may do nothing that needs a permission. */
export const guestIdentity: Identity = {
  actor: { kind: 'job', id: 'guest', name: 'Guest', grants: [] },
  via: 'dashboard',
};
