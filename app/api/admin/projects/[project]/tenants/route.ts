import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { tenantAnswer, tenantPageAnswer } from '@/lib/schemas/openapi/tenant-answers';
import { createTenant } from '@/lib/services/tenants/create';
import { listTenants } from '@/lib/services/tenants/list';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route('/api/admin/projects/{project}/tenants', {
  GET: inProject(listTenants, {
    summary: 'List tenants',
    description: 'With `withOverrides` only those with overrides in force; `sort=overrides` puts the most first.',
    answer: tenantPageAnswer,
  }),
  POST: inProject(createTenant, {
    summary: 'Create a tenant',
    answer: tenantAnswer,
    created: 'key',
    example: { key: 'acme', name: 'Acme', attributes: { plan: 'enterprise' } },
  }),
});
