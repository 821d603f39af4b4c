import { z } from 'zod';
import type { Prisma } from '@/lib/db/generated/client';
import { jsonObjectSchema } from '@/lib/schemas/json';
import { foldKey } from '@/lib/schemas/key';
import { serviceError } from '../errors';
import type { TransactionClient } from '../transaction';
import type { TenantView } from './types';

export type TenantRow = Prisma.TenantGetPayload<object>;
export type TenantRole = z.output<typeof rolesSchema>[number];

const rolesSchema = z.array(z.object({ key: z.string(), ranksWith: z.string() }));

/** A tenant of the project by its exact key, or `not_found`. */
export async function findTenant(db: TransactionClient, projectId: string, key: string): Promise<TenantRow> {
  const row = await db.tenant.findUnique({ where: { projectId_keyFolded: { projectId, keyFolded: foldKey(key) } } });
  if (row?.key !== key) throw serviceError('not_found');
  return row;
}

/** The scope's own tenant, unless it was deleted since the scope was made. */
export async function findTenantById(db: TransactionClient, id: string): Promise<TenantRow> {
  const row = await db.tenant.findUnique({ where: { id } });
  if (!row) throw serviceError('not_found');
  return row;
}

export const rolesOf = (row: Pick<TenantRow, 'roles'>): TenantRole[] => rolesSchema.parse(row.roles);

export function tenantView(row: TenantRow): TenantView {
  return {
    id: row.id,
    key: row.key,
    name: row.name,
    attributes: jsonObjectSchema.parse(row.attributes),
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
