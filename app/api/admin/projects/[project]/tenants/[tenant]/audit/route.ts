import { route } from '@/lib/auth/route';
import { inTenant } from '@/lib/http/operation';
import { auditPageAnswer } from '@/lib/schemas/openapi/audit-answers';
import { listTenantAudit } from '@/lib/services/tenants/list-audit';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route(
  '/api/admin/projects/{project}/tenants/{tenant}/audit',
  {
    GET: inTenant(listTenantAudit, {
      summary: 'List what was done to a tenant’s overrides, newest first',
      answer: auditPageAnswer,
    }),
  },
);
