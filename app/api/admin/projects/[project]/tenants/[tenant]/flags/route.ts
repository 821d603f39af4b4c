import { route } from '@/lib/auth/route';
import { inTenant } from '@/lib/http/operation';
import { tenantFlagPageAnswer } from '@/lib/schemas/openapi/tenant-answers';
import { listTenantFlags } from '@/lib/services/overrides/list-tenant-flags';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route(
  '/api/admin/projects/{project}/tenants/{tenant}/flags',
  {
    GET: inTenant(listTenantFlags, {
      summary: 'List what each flag gives a tenant in an environment',
      description: 'A tenant’s own admin sees the flags that tenants manage, in environments open to tenants.',
      answer: tenantFlagPageAnswer,
    }),
  },
);
