import { route } from '@/lib/auth/route';
import { inInstallation } from '@/lib/http/operation';
import { meAnswer } from '@/lib/schemas/openapi/access-answers';
import { describeMe } from '@/lib/services/users/me';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route('/api/admin/me', {
  GET: inInstallation(describeMe, { summary: 'Who asks, and what they may do', answer: meAnswer }),
});
