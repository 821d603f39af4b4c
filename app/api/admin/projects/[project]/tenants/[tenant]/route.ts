import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { tenantAnswer } from '@/lib/schemas/openapi/tenant-answers';
import { getTenant } from '@/lib/services/tenants/get';
import { removeTenant } from '@/lib/services/tenants/remove';
import { updateTenant } from '@/lib/services/tenants/update';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route(
  '/api/admin/projects/{project}/tenants/{tenant}',
  {
    GET: inProject(getTenant, { summary: 'Get a tenant', answer: tenantAnswer }),
    PATCH: inProject(updateTenant, {
      summary: 'Change a tenant’s name or attributes',
      description: '`attributes` take the place of all there were, and reach every environment.',
      answer: tenantAnswer,
      example: { version: 1, attributes: { plan: 'enterprise', seats: 250 } },
    }),
    DELETE: inProject(removeTenant, { summary: 'Delete a tenant with its overrides and admins', query: ['comment'] }),
  },
);
