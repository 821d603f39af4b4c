import { route } from '@/lib/auth/route';
import { inInstallation } from '@/lib/http/operation';
import { roleAnswer } from '@/lib/schemas/openapi/access-answers';
import { removeRole } from '@/lib/services/roles/remove';
import { updateRole } from '@/lib/services/roles/update';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route('/api/admin/roles/{key}', {
  PATCH: inInstallation(updateRole, {
    summary: 'Change a role',
    answer: roleAnswer,
    example: { version: 1, permissions: ['flag.view'] },
  }),
  DELETE: inInstallation(removeRole, { summary: 'Delete a role', description: 'Held by somebody: 422.' }),
});
