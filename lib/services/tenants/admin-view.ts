import type { Prisma } from '@/lib/db/generated/client';
import type { TenantAdminView } from './types';

export const ADMIN_WITH_USER = { user: true } as const;
type AdminRow = Prisma.TenantAdminGetPayload<{ include: typeof ADMIN_WITH_USER }>;

export function tenantAdminView({ user, createdAt }: AdminRow): TenantAdminView {
  return {
    id: user.id,
    email: user.email,
    name: user.name,
    active: user.passwordHash !== null || user.lastSeenAt !== null,
    disabled: user.disabled,
    createdAt: createdAt.toISOString(),
  };
}
