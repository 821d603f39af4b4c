import type { Prisma } from '@/lib/db/generated/client';
import type { TransactionClient } from '../transaction';
import type { UserRow } from './user-row';

/** The role `admin` everywhere: who can give everybody else their roles. */
export const EVERYWHERE_ADMIN = { role: 'admin', projectId: null, environmentId: null } as const;

const isAdministrator: Prisma.UserWhereInput = { disabled: false, assignments: { some: EVERYWHERE_ADMIN } };
/** Who has not accepted the invitation yet cannot administer anything. */
const isActive: Prisma.UserWhereInput = { OR: [{ passwordHash: { not: null } }, { lastSeenAt: { not: null } }] };

/** Whether this user administers the installation now. */
export const administers = (row: UserRow): boolean =>
  !row.disabled &&
  (row.passwordHash !== null || row.lastSeenAt !== null) &&
  row.assignments.some(({ role, projectId, environmentId }) => {
    return role === EVERYWHERE_ADMIN.role && projectId === null && environmentId === null;
  });

/** Whether somebody administers the installation. Under its lock the answer stays true until the commit. */
export async function hasActiveAdministrator(db: Pick<TransactionClient, 'user'>): Promise<boolean> {
  return (await db.user.findFirst({ where: { AND: [isAdministrator, isActive] }, select: { id: true } })) !== null;
}

/** Whether an administrator was ever named; until then anybody may be the first. An open invitation counts. */
export async function isSetUp(db: Pick<TransactionClient, 'user'>): Promise<boolean> {
  return (await db.user.findFirst({ where: isAdministrator, select: { id: true } })) !== null;
}
