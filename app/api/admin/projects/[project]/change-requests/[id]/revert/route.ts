import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { changeRequestAnswer } from '@/lib/schemas/openapi/change-request-answers';
import { revertRequest } from '@/lib/services/approvals/revert-request';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route(
  '/api/admin/projects/{project}/change-requests/{id}/revert',
  {
    POST: inProject(revertRequest, {
      summary: 'Take back an applied change request',
      description: 'All of it or nothing: at once, or as a new change request where an environment wants approvals.',
      answer: changeRequestAnswer,
      example: { comment: 'Errors rose' },
    }),
  },
);
