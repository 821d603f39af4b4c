import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { removeTenantAdmin } from '@/lib/services/tenants/remove-admin';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route(
  '/api/admin/projects/{project}/tenants/{tenant}/admins/{id}',
  {
    DELETE: inProject(removeTenantAdmin, {
      summary: 'Take a tenant away from one of its administrators',
      description: 'At once. The account stays.',
    }),
  },
);
