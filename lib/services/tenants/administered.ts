import type { Scope, ServiceContext } from '../context';
import type { AdministeredTenantView } from './types';

/** The tenants that a user administers, by name: where they land after signing in. Keys and jobs administer none. */
export async function administeredTenants({
  db,
  actor,
}: Pick<ServiceContext<Scope>, 'db' | 'actor'>): Promise<AdministeredTenantView[]> {
  if (actor.kind !== 'user' || actor.tenants.length === 0) return [];
  const rows = await db.tenant.findMany({
    where: { id: { in: [...actor.tenants] } },
    select: { key: true, name: true, project: { select: { key: true, name: true } } },
    orderBy: [{ name: 'asc' }, { key: 'asc' }],
  });
  return rows.map(({ key, name, project }) => ({ project, tenant: { key, name } }));
}
