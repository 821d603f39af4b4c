import { route } from '@/lib/auth/route';
import { inInstallation } from '@/lib/http/operation';
import { createdUserAnswer, userPageAnswer } from '@/lib/schemas/openapi/access-answers';
import { createUser } from '@/lib/services/users/create';
import { listUsers } from '@/lib/services/users/list';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route('/api/admin/users', {
  GET: inInstallation(listUsers, { summary: 'List users', answer: userPageAnswer }),
  POST: inInstallation(createUser, {
    summary: 'Create a user',
    description: 'Without a password the answer holds `inviteUrl`, which works once.',
    answer: createdUserAnswer,
    created: 'id',
    example: { email: 'ana@example.com', name: 'Ana', role: 'editor' },
  }),
});
