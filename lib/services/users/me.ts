import { z } from 'zod';
import type { Permission } from '@/lib/permissions/table';
import type { InstallationScope, ServiceContext } from '../context';
import { administeredTenants } from '../tenants/administered';
import type { AdministeredTenantView } from '../tenants/types';

export interface MeView {
  kind: 'user' | 'apiKey' | 'job';
  id: string;
  name: string;
  email?: string;
  /** A null project is every project, a null environment every environment of it. */
  grants: {
    project: string | null;
    environment: string | null;
    permissions: readonly Permission[];
    reachesProtected: boolean;
  }[];
  /** The tenants they administer. */
  tenants: AdministeredTenantView[];
}

const input = z.object({});

async function keysOf(ctx: ServiceContext<InstallationScope>): Promise<Map<string, string>> {
  const held = ctx.actor.grants.flatMap(({ projectId, environmentId }) => [projectId, environmentId]);
  const id = { in: held.filter((each) => each !== null) };
  const select = { id: true, key: true };
  const rows = await Promise.all([
    ctx.db.project.findMany({ where: { id }, select }),
    ctx.db.environment.findMany({ where: { id }, select }),
  ]);
  return new Map(rows.flat().map((row) => [row.id, row.key]));
}

/** Who asks, and what they may do where. Needs no permission: everybody may know that of themself. */
export const describeMe = Object.assign(
  async (ctx: ServiceContext<InstallationScope>, _input: unknown): Promise<MeView> => {
    const { actor } = ctx;
    const keys = await keysOf(ctx);
    const named = (id: string | null): string | null => (id === null ? null : (keys.get(id) ?? null));
    return {
      kind: actor.kind,
      id: actor.id,
      name: actor.name,
      ...(actor.kind === 'user' ? { email: actor.email } : {}),
      grants: actor.grants.map(({ projectId, environmentId, permissions, reachesProtected }) => ({
        project: named(projectId),
        environment: named(environmentId),
        permissions,
        reachesProtected,
      })),
      tenants: await administeredTenants(ctx),
    };
  },
  { input, verbName: 'users.me' },
);
