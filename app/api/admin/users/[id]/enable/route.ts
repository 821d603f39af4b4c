import { route } from '@/lib/auth/route';
import { inInstallation } from '@/lib/http/operation';
import { userAnswer } from '@/lib/schemas/openapi/access-answers';
import { enableUser } from '@/lib/services/users/enable';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route('/api/admin/users/{id}/enable', {
  POST: inInstallation(enableUser, {
    summary: 'Enable a user',
    description: 'They may sign in again.',
    answer: userAnswer,
  }),
});
