import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { invitedTenantAdminAnswer, tenantAdminListAnswer } from '@/lib/schemas/openapi/tenant-answers';
import { inviteTenantAdmin } from '@/lib/services/tenants/invite-admin';
import { listTenantAdmins } from '@/lib/services/tenants/list-admins';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route(
  '/api/admin/projects/{project}/tenants/{tenant}/admins',
  {
    GET: inProject(listTenantAdmins, { summary: 'List a tenant’s own administrators', answer: tenantAdminListAnswer }),
    POST: inProject(inviteTenantAdmin, {
      summary: 'Let somebody administer a tenant',
      description: 'Idempotent. Somebody new gets a link that works once; who has an account gains the tenant.',
      answer: invitedTenantAdminAnswer,
      created: 'id',
      example: { email: 'ada@acme.example', name: 'Ada', tenants: ['acme-labs'] },
    }),
  },
);
