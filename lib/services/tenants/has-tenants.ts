import type { ProjectScope, ServiceContext } from '../context';

/** Whether the project has a tenant at all: without one, pages say nothing of scopes. */
export const hasTenants = async ({ db, scope }: ServiceContext<ProjectScope>): Promise<boolean> =>
  (await db.tenant.findFirst({ where: { projectId: scope.projectId }, select: { id: true } })) !== null;
