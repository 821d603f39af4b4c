import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { changeRequestAnswer } from '@/lib/schemas/openapi/change-request-answers';
import { rejectRequest } from '@/lib/services/approvals/decide';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route(
  '/api/admin/projects/{project}/change-requests/{id}/reject',
  {
    POST: inProject(rejectRequest, {
      summary: 'Reject a change request',
      description: 'Ends it without applying it.',
      answer: changeRequestAnswer,
      example: { comment: 'Not this quarter' },
    }),
  },
);
