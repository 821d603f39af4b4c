import { cache } from 'react';
import { pageContext } from '@/lib/auth/page-context';
import { type Abilities, abilitiesOf } from '@/lib/permissions/abilities';
import type { ProjectScope, ServiceContext } from '@/lib/services/context';
import { listEnvironments } from '@/lib/services/environments/list';
import type { EnvironmentView } from '@/lib/services/environments/types';
import { hasTenants } from '@/lib/services/tenants/has-tenants';

export interface Console {
  ctx: ServiceContext<ProjectScope>;
  environments: EnvironmentView[];
  can: Abilities;
  hasTenants: boolean;
  /** Whether they may make tenants. */
  canMakeTenants: boolean;
}

/** What every page of a project starts from; read once per request, however many layouts and pages ask. */
export const loadConsole = cache(async (project: string): Promise<Console> => {
  const ctx = await pageContext(project);
  const { items: environments } = await listEnvironments(ctx, { limit: 200 });
  const can = abilitiesOf(ctx.actor.grants, ctx.scope.projectId, environments);
  const canMakeTenants = Object.values(can.environments).some(({ editOverrides }) => editOverrides);
  return { ctx, environments, can, hasTenants: can.viewFlags && (await hasTenants(ctx)), canMakeTenants };
});

/** The environment that `?env=` names, else the first. */
export function chooseEnvironment(
  environments: readonly EnvironmentView[],
  asked: string | string[] | undefined,
): EnvironmentView | undefined {
  return environments.find(({ key }) => key === asked) ?? environments[0];
}
