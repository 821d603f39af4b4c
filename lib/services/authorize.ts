import { allows, isMember, type ReachedEnvironment } from '@/lib/permissions/allows';
import { type Permission, TENANT_ADMIN_PERMISSIONS } from '@/lib/permissions/table';
import type { Scope, ServiceContext } from './context';
import { serviceError } from './errors';
import { projectIdOf } from './scopes';

type Asking = Pick<ServiceContext<Scope>, 'scope' | 'actor'>;

const projectOf = ({ scope }: Asking): string | null => projectIdOf(scope);

/** Whether the actor is an admin of the scope's tenant, and no member of its project. */
export function isTenantAdmin({ scope, actor }: Asking): boolean {
  if (scope.kind !== 'tenant' || isMember(actor.grants, scope.projectId)) return false;
  return actor.kind === 'user' && actor.tenants.includes(scope.tenantId);
}

/** Strangers to the project are told that it is not there; so are a tenant's admins outside of their tenant. */
export function authorizeMember(ctx: Asking): void {
  const projectId = projectOf(ctx);
  if (projectId !== null && !isMember(ctx.actor.grants, projectId)) throw serviceError('not_found');
}

/** Lets the actor pass or throws `forbidden`; jobs pass like anybody, by the grants they were minted with. */
export function authorize(ctx: Asking, permission: Permission, reached: readonly ReachedEnvironment[]): void {
  if (isTenantAdmin(ctx)) return authorizeTenantAdmin(permission, reached);
  authorizeMember(ctx);
  if (!allows(ctx.actor.grants, permission, projectOf(ctx), reached)) throw serviceError('forbidden');
}

/** A tenant's admin does not learn of environments that are closed to tenants. */
function authorizeTenantAdmin(permission: Permission, reached: readonly ReachedEnvironment[]): void {
  if (!TENANT_ADMIN_PERMISSIONS.includes(permission)) throw serviceError('not_found');
  if (!reached.every(({ openToTenants }) => openToTenants === true)) throw serviceError('not_found');
}

/** The same for reads. */
export const authorizeView = (ctx: Asking, permission: Permission): void => authorize(ctx, permission, []);

/** For the installation's verbs about projects: the permission held somewhere. */
export function authorizeAnywhere(ctx: Asking, permission: Permission): void {
  const held = ctx.actor.grants.some((grant) => grant.permissions.includes(permission));
  if (!held) throw serviceError('forbidden');
}

/** For one project from the installation's scope: strangers 404, members without the permission 403. */
export function authorizeProject(ctx: Asking, permission: Permission, projectId: string): void {
  const { grants } = ctx.actor;
  if (!isMember(grants, projectId)) throw serviceError('not_found');
  if (!allows(grants, permission, projectId)) throw serviceError('forbidden');
}
