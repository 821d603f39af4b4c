import { route } from '@/lib/auth/route';
import { inInstallation } from '@/lib/http/operation';
import { userAnswer } from '@/lib/schemas/openapi/access-answers';
import { setUserRole } from '@/lib/services/users/set-role';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route('/api/admin/users/{id}/role', {
  PUT: inInstallation(setUserRole, {
    summary: 'Set the role of a user',
    description: 'In every project, in one, or in one environment. The last administrator stays one.',
    answer: userAnswer,
    example: { version: 1, role: 'developer', project: 'default' },
  }),
});
