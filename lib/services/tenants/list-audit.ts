import type { Prisma } from '@/lib/db/generated/client';
import { auditListSchema } from '@/lib/schemas/audit';
import { readEntries } from '../audit/read-entries';
import type { AuditView } from '../audit/types';
import { isTenantAdmin } from '../authorize';
import type { TenantScope } from '../context';
import { defineRead } from '../define-verb';
import type { Page } from '../page';
import { findTenantById } from './tenant-row';

/** What a tenant's own admins see of the audit: what was done to its overrides and subject roles. */
const ACTIONS = ['override.set', 'override.clear', 'tenant.setRoles'];

/**
 * What was done to a tenant's overrides, newest first. Its own admins see that of flags that tenants manage, in
 * environments open to them. A tenant that had the key before is another one.
 */
export const listTenantAudit = defineRead<typeof auditListSchema, Page<AuditView>, TenantScope>({
  verbName: 'tenants.listAudit',
  input: auditListSchema,
  permission: 'audit.view',
  run: async (ctx, asked) => {
    const { db, scope } = ctx;
    const { key, createdAt } = await findTenantById(db, scope.tenantId);
    const own: Prisma.AuditEntryWhereInput = { tenant: key, action: { in: ACTIONS }, at: { gte: createdAt } };
    if (!isTenantAdmin(ctx)) return readEntries(ctx, asked, own);
    const { projectId } = scope;
    const [flags, environments] = await Promise.all([
      db.flag.findMany({ where: { projectId, tenantManaged: true }, select: { key: true } }),
      db.environment.findMany({ where: { projectId, openToTenants: true }, select: { key: true } }),
    ]);
    const seen = {
      OR: [
        { flag: null },
        { flag: { in: flags.map((row) => row.key) }, environment: { in: environments.map((row) => row.key) } },
      ],
    };
    return readEntries(ctx, asked, { AND: [own, seen] });
  },
});
