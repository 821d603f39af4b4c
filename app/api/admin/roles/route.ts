import { route } from '@/lib/auth/route';
import { inInstallation } from '@/lib/http/operation';
import { roleAnswer, rolePageAnswer } from '@/lib/schemas/openapi/access-answers';
import { createRole } from '@/lib/services/roles/create';
import { listRoles } from '@/lib/services/roles/list';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route('/api/admin/roles', {
  GET: inInstallation(listRoles, { summary: 'List roles', answer: rolePageAnswer }),
  POST: inInstallation(createRole, {
    summary: 'Create a role',
    description: 'A set of permissions. The built-in roles stay as they are.',
    answer: roleAnswer,
    created: 'key',
    example: { key: 'support', name: 'Support', permissions: ['flag.view', 'audit.view'] },
  }),
});
