import { Prisma } from '@/lib/db/generated/client';
import { actsAsTenantAdmin, isTenantAdmin } from '../authorize';
import { findEnvironment } from '../configurations/find-subject';
import type { Scope, ServiceContext, TenantScope } from '../context';
import { serviceError } from '../errors';
import { findFlag, type FlagRow } from '../flags/flag-row';
import type { EnvironmentRow, TransactionClient } from '../transaction';
import { isFlagShown } from './in-force';

type Asking = Pick<ServiceContext<Scope>, 'scope' | 'actor'>;
type Reading = Pick<ServiceContext<TenantScope>, 'scope' | 'actor'> & { db: TransactionClient };

/** An environment of the tenant's project; closed to tenants, it is not there for the tenant's own admins. */
export async function findTenantEnvironment(ctx: Reading, key: string): Promise<EnvironmentRow> {
  const row = await findEnvironment(ctx.db, ctx.scope.projectId, key);
  if (isTenantAdmin(ctx) && !row.openToTenants) throw serviceError('not_found');
  return row;
}

/** Keeps the flags `f` that the actor sees: a tenant's own admins only those that tenants manage. */
export const isSeen = (ctx: Asking): Prisma.Sql =>
  isTenantAdmin(ctx) ? Prisma.sql`f.tenant_managed` : Prisma.sql`TRUE`;

/** A flag that the actor sees by its exact key, hidden ones included, or `not_found`. */
export async function findSeenFlag(ctx: Reading, key: string): Promise<FlagRow> {
  const row = await findFlag(ctx.db, ctx.scope.projectId, key);
  if (isTenantAdmin(ctx) && !row.tenantManaged) throw serviceError('not_found');
  return row;
}

/** The same for a write to its overrides; who may only as the tenant's admin writes to what tenants manage. */
export async function findOwnFlag(ctx: Reading, key: string, environment: EnvironmentRow): Promise<FlagRow> {
  const row = await findSeenFlag(ctx, key);
  if (!row.tenantManaged && actsAsTenantAdmin(ctx, 'override.edit', [environment])) throw serviceError('forbidden');
  return row;
}

/** Throws `not_found` for a flag that is archived, or that code declared and no source declares there any longer. */
export async function assertShown(db: TransactionClient, flag: FlagRow, environmentId: string): Promise<void> {
  const found = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM flag f WHERE f.id = ${flag.id} AND ${isFlagShown(Prisma.sql`${environmentId}`)}`;
  if (found.length === 0) throw serviceError('not_found');
}
