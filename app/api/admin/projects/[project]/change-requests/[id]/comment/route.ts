import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { changeRequestAnswer } from '@/lib/schemas/openapi/change-request-answers';
import { commentOnRequest } from '@/lib/services/approvals/decide';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route(
  '/api/admin/projects/{project}/change-requests/{id}/comment',
  {
    POST: inProject(commentOnRequest, {
      summary: 'Comment on a change request',
      description: 'For whoever may edit somewhere in the project.',
      answer: changeRequestAnswer,
      example: { comment: 'When is this wanted?' },
    }),
  },
);
