import { route } from '@/lib/auth/route';
import { inInstallation } from '@/lib/http/operation';
import { userAnswer } from '@/lib/schemas/openapi/access-answers';
import { signOutEverywhere } from '@/lib/services/users/sign-out-everywhere';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route('/api/admin/users/{id}/sign-out', {
  POST: inInstallation(signOutEverywhere, {
    summary: 'Sign a user out everywhere',
    description: 'Ends every session of theirs.',
    answer: userAnswer,
  }),
});
