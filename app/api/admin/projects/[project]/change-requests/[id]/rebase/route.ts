import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { changeRequestAnswer } from '@/lib/schemas/openapi/change-request-answers';
import { rebaseRequest } from '@/lib/services/approvals/rebase';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route(
  '/api/admin/projects/{project}/change-requests/{id}/rebase',
  {
    POST: inProject(rebaseRequest, {
      summary: 'Bring a change request up to date',
      description: 'Puts it on top of what others changed since; it has to be approved anew.',
      answer: changeRequestAnswer,
    }),
  },
);
