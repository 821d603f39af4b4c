import { allows, isMember, type ReachedEnvironment } from '@/lib/permissions/allows';
import type { Permission } from '@/lib/permissions/table';
import type { Scope, ServiceContext } from './context';
import { serviceError } from './errors';

type Asking = Pick<ServiceContext<Scope>, 'scope' | 'actor'>;

const projectOf = ({ scope }: Asking): string | null => (scope.kind === 'project' ? scope.projectId : null);

/** Strangers to the project are told that it is not there. */
export function authorizeMember(ctx: Asking): void {
  const projectId = projectOf(ctx);
  if (projectId !== null && !isMember(ctx.actor.grants, projectId)) throw serviceError('not_found');
}

/** Lets the actor pass or throws `forbidden`; jobs pass like anybody, by the grants they were minted with. */
export function authorize(ctx: Asking, permission: Permission, reached: readonly ReachedEnvironment[]): void {
  authorizeMember(ctx);
  if (!allows(ctx.actor.grants, permission, projectOf(ctx), reached)) throw serviceError('forbidden');
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
