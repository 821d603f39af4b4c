import { keySchema } from '@/lib/schemas/key';
import { tenantAdminSchema } from '@/lib/schemas/tenant';
import { foldEmail } from '@/lib/schemas/user';
import { defineVerb } from '../define-verb';
import { serviceError } from '../errors';
import type { WriteContext } from '../transaction';
import { createAccessLink } from '../users/access-link';
import { insertUser } from '../users/insert-user';
import { ADMIN_WITH_USER, tenantAdminView } from './admin-view';
import { findTenant, type TenantRow } from './tenant-row';
import type { InvitedTenantAdminView } from './types';

const input = tenantAdminSchema.extend({ tenant: keySchema });

interface Invited {
  id: string;
  /** Whether a link may be handed out that sets their password. */
  isPending: boolean;
}

/**
 * The user with this address, made where there is none. A link for somebody who has no password yet is only made if
 * they hold nothing outside of this project: whoever holds the link becomes them.
 */
async function userOf(tx: WriteContext, email: string, name: string): Promise<Invited> {
  const row = await tx.db.user.findUnique({
    where: { emailFolded: foldEmail(email) },
    include: { assignments: true, tenants: { include: { tenant: { select: { projectId: true } } } } },
  });
  if (!row) {
    const { id } = await insertUser(tx, { email, name, passwordHash: null, held: [] });
    return { id, isPending: true };
  }
  if (row.disabled) throw serviceError('refused', 'user_disabled');
  const isNew = row.passwordHash === null && row.lastSeenAt === null;
  const isOwn = row.tenants.every(({ tenant }) => tenant.projectId === tx.scope.projectId);
  return { id: row.id, isPending: isNew && isOwn && row.assignments.length === 0 };
}

async function addTo(tx: WriteContext, tenants: readonly TenantRow[], userId: string): Promise<string[]> {
  const held = await tx.db.tenantAdmin.findMany({ where: { userId, tenantId: { in: tenants.map(({ id }) => id) } } });
  const had = new Set(held.map(({ tenantId }) => tenantId));
  const added = tenants.filter(({ id }) => !had.has(id));
  await tx.db.tenantAdmin.createMany({
    data: added.map(({ id }) => ({ userId, tenantId: id, createdBy: tx.actor.name, createdAt: tx.now })),
  });
  return added.map(({ key }) => key);
}

/**
 * Lets somebody administer one or more tenants of the project, by e-mail address. Somebody new gets a link that works
 * once; who has an account simply gains the tenants. Idempotent.
 */
export const inviteTenantAdmin = defineVerb({
  verbName: 'tenants.inviteAdmin',
  input,
  permission: 'user.manage',
  locks: () => ({ installation: true, environments: 'all' }),
  reaches: () => [],
  run: async (tx, { tenant, tenants = [], email, name = email }): Promise<InvitedTenantAdminView> => {
    const rows: TenantRow[] = [];
    for (const key of new Set([tenant, ...tenants])) rows.push(await findTenant(tx.db, tx.scope.projectId, key));
    const { id, isPending } = await userOf(tx, email, name);
    const added = await addTo(tx, rows, id);
    const [first] = rows;
    const row = await tx.db.tenantAdmin.findUniqueOrThrow({
      where: { userId_tenantId: { userId: id, tenantId: first?.id ?? '' } },
      include: ADMIN_WITH_USER,
    });
    const view = tenantAdminView(row);
    for (const key of added) tx.audit({ action: 'tenant.addAdmin', tenant: key, after: { ...view, tenant: key } });
    return isPending ? { ...view, inviteUrl: await createAccessLink(tx, id, 'invite') } : view;
  },
});
