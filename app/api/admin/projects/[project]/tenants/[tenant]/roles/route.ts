import { route } from '@/lib/auth/route';
import { inTenant } from '@/lib/http/operation';
import { tenantRolesAnswer } from '@/lib/schemas/openapi/tenant-answers';
import { getTenantRoles } from '@/lib/services/tenants/get-roles';
import { setTenantRoles } from '@/lib/services/tenants/set-roles';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route(
  '/api/admin/projects/{project}/tenants/{tenant}/roles',
  {
    GET: inTenant(getTenantRoles, { summary: 'Get a tenant’s own subject roles', answer: tenantRolesAnswer }),
    PUT: inTenant(setTenantRoles, {
      summary: 'Replace a tenant’s own subject roles',
      description: 'Each ranks with one of the project’s. The version is the tenant’s.',
      answer: tenantRolesAnswer,
      example: { version: 1, roles: [{ key: 'shift-lead', ranksWith: 'manager' }] },
    }),
  },
);
