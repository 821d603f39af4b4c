import { route } from '@/lib/auth/route';
import { inInstallation } from '@/lib/http/operation';
import { userAnswer } from '@/lib/schemas/openapi/access-answers';
import { getUser } from '@/lib/services/users/get';
import { removeUser } from '@/lib/services/users/remove';
import { updateUser } from '@/lib/services/users/update';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route('/api/admin/users/{id}', {
  GET: inInstallation(getUser, { summary: 'Get a user', answer: userAnswer }),
  PATCH: inInstallation(updateUser, {
    summary: 'Change a user',
    answer: userAnswer,
    example: { version: 1, name: 'Ana Silva' },
  }),
  DELETE: inInstallation(removeUser, { summary: 'Remove a user', description: 'What they did stays in the audit.' }),
});
