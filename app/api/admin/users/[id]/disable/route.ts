import { route } from '@/lib/auth/route';
import { inInstallation } from '@/lib/http/operation';
import { userAnswer } from '@/lib/schemas/openapi/access-answers';
import { disableUser } from '@/lib/services/users/disable';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route('/api/admin/users/{id}/disable', {
  POST: inInstallation(disableUser, {
    summary: 'Disable a user',
    description: 'Their sessions end. The last administrator stays enabled.',
    answer: userAnswer,
  }),
});
