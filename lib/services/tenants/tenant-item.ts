import type { TenantBody } from '@/lib/engine/types';
import { jsonObjectSchema } from '@/lib/schemas/json';
import { rolesOf, type TenantRow } from './tenant-row';

/** What an evaluation needs of a tenant: the body of its item `tenant` in every environment. */
export function tenantItem(row: Pick<TenantRow, 'attributes' | 'roles'>): TenantBody {
  const roles = rolesOf(row);
  return { v: 1, attributes: jsonObjectSchema.parse(row.attributes), ...(roles.length > 0 && { roles }) };
}

/** Whether rules can read anything of it. */
export const saysAnything = ({ attributes, roles }: TenantBody): boolean =>
  Object.keys(attributes).length > 0 || roles !== undefined;
