import { route } from '@/lib/auth/route';
import { inTenant } from '@/lib/http/operation';
import { tenantHomeAnswer } from '@/lib/schemas/openapi/tenant-answers';
import { tenantHome } from '@/lib/services/tenants/home';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route(
  '/api/admin/projects/{project}/tenants/{tenant}/home',
  {
    GET: inTenant(tenantHome, {
      summary: 'Where a tenant is, and where who asks may act for it',
      answer: tenantHomeAnswer,
    }),
  },
);
