import { allows, isMember, type ReachedEnvironment } from '@/lib/permissions/allows';
import { type Permission, TENANT_ADMIN_PERMISSIONS } from '@/lib/permissions/table';
import type { Scope, ServiceContext } from './context';
import { serviceError } from './errors';
import { projectIdOf } from './scopes';

type Asking = Pick<ServiceContext<Scope>, 'scope' | 'actor'>;

const projectOf = ({ scope }: Asking): string | null => projectIdOf(scope);

const administers = ({ scope, actor }: Asking): boolean =>
  scope.kind === 'tenant' && actor.kind === 'user' && actor.tenants.includes(scope.tenantId);

/** Whether the actor is an admin of the scope's tenant, and no member of its project. */
export const isTenantAdmin = (ctx: Asking): boolean =>
  ctx.scope.kind === 'tenant' && !isMember(ctx.actor.grants, ctx.scope.projectId) && administers(ctx);

/** Whether the actor may do it only as an admin of the scope's tenant: then it must be about what tenants manage. */
export const actsAsTenantAdmin = (
  ctx: Asking,
  permission: Permission,
  reached: readonly ReachedEnvironment[],
): boolean =>
  isTenantAdmin(ctx) || (administers(ctx) && !allows(ctx.actor.grants, permission, projectOf(ctx), reached));

/** Strangers to the project are told that it is not there; so are a tenant's admins outside of their tenant. */
export function authorizeMember(ctx: Asking): void {
  const projectId = projectOf(ctx);
  if (projectId !== null && !isMember(ctx.actor.grants, projectId)) throw serviceError('not_found');
}

/** Whether the actor may: by a role held, or as an admin of the scope's tenant. */
export function isAllowed(ctx: Asking, permission: Permission, reached: readonly ReachedEnvironment[]): boolean {
  if (allows(ctx.actor.grants, permission, projectOf(ctx), reached)) return true;
  const isTheirs = TENANT_ADMIN_PERMISSIONS.includes(permission) && reached.every((row) => row.openToTenants === true);
  return isTheirs && administers(ctx);
}

/** Lets the actor pass or throws `forbidden`; jobs pass like anybody, by the grants they were minted with. */
export function authorize(ctx: Asking, permission: Permission, reached: readonly ReachedEnvironment[]): void {
  if (isAllowed(ctx, permission, reached)) return;
  // A tenant's admin does not learn of environments that are closed to tenants.
  if (isTenantAdmin(ctx)) throw serviceError('not_found');
  authorizeMember(ctx);
  throw refusalFor(ctx);
}

/** Who belongs nowhere, such as an admin of tenants alone, is told that nothing is there. */
const refusalFor = ({ actor }: Asking): Error =>
  serviceError(actor.kind === 'user' && actor.grants.length === 0 ? 'not_found' : 'forbidden');

/** The same for reads. */
export const authorizeView = (ctx: Asking, permission: Permission): void => authorize(ctx, permission, []);

/** For the installation's verbs about projects: the permission held somewhere. */
export function authorizeAnywhere(ctx: Asking, permission: Permission): void {
  const held = ctx.actor.grants.some((grant) => grant.permissions.includes(permission));
  if (!held) throw refusalFor(ctx);
}

/** For one project from the installation's scope: strangers 404, members without the permission 403. */
export function authorizeProject(ctx: Asking, permission: Permission, projectId: string): void {
  const { grants } = ctx.actor;
  if (!isMember(grants, projectId)) throw serviceError('not_found');
  if (!allows(grants, permission, projectId)) throw serviceError('forbidden');
}
