import { z } from 'zod';
import { keySchema } from '@/lib/schemas/key';
import { defineRead } from '../define-verb';
import { findTenant, tenantView } from './tenant-row';
import type { TenantView } from './types';

export const getTenant = defineRead({
  verbName: 'tenants.get',
  input: z.object({ tenant: keySchema }),
  permission: 'flag.view',
  run: async ({ db, scope }, { tenant }): Promise<TenantView> =>
    tenantView(await findTenant(db, scope.projectId, tenant)),
});
