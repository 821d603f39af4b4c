import { route } from '@/lib/auth/route';
import { inInstallation } from '@/lib/http/operation';
import { linkAnswer } from '@/lib/schemas/openapi/access-answers';
import { inviteLink } from '@/lib/services/users/invite-link';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route('/api/admin/users/{id}/invite-link', {
  POST: inInstallation(inviteLink, {
    summary: 'Make a new invitation',
    description: 'The link works once; earlier ones stop working.',
    answer: linkAnswer,
  }),
});
