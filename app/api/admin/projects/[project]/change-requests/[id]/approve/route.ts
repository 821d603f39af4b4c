import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { changeRequestAnswer } from '@/lib/schemas/openapi/change-request-answers';
import { approveRequest } from '@/lib/services/approvals/decide';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route(
  '/api/admin/projects/{project}/change-requests/{id}/approve',
  {
    POST: inProject(approveRequest, {
      summary: 'Approve a change request',
      description:
        'Needs approval.give in each of its environments, and is not for its author, nor for a key of theirs.',
      answer: changeRequestAnswer,
      example: { comment: 'Fine with me', revision: 1 },
    }),
  },
);
