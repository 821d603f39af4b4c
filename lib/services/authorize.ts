import { allows, isMember, type ReachedEnvironment } from '@/lib/permissions/allows';
import type { Permission } from '@/lib/permissions/table';
import type { Scope, ServiceContext } from './context';
import { serviceError } from './errors';

type Asking = Pick<ServiceContext<Scope>, 'scope' | 'actor'>;

/** Lets the actor pass or throws `forbidden`; jobs pass like anybody, by the grants they were minted with. */
export function authorize(ctx: Asking, permission: Permission, reached: readonly ReachedEnvironment[]): void {
  const projectId = ctx.scope.kind === 'project' ? ctx.scope.projectId : null;
  if (projectId !== null && !isMember(ctx.actor.grants, projectId)) throw serviceError('not_found');
  if (!allows(ctx.actor.grants, permission, projectId, reached)) throw serviceError('forbidden');
}

/** The same for reads. */
export const authorizeView = (ctx: Asking, permission: Permission): void => authorize(ctx, permission, []);
