import { route } from '@/lib/auth/route';
import { inInstallation } from '@/lib/http/operation';
import { linkAnswer } from '@/lib/schemas/openapi/access-answers';
import { resetLink } from '@/lib/services/users/reset-link';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route('/api/admin/users/{id}/reset-link', {
  POST: inInstallation(resetLink, {
    summary: 'Make a link to choose a new password',
    description: 'The link works once; earlier ones stop working.',
    answer: linkAnswer,
  }),
});
