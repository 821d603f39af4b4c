import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { changeRequestAnswer } from '@/lib/schemas/openapi/change-request-answers';
import { cancelRequest } from '@/lib/services/approvals/decide';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route(
  '/api/admin/projects/{project}/change-requests/{id}/cancel',
  {
    POST: inProject(cancelRequest, {
      summary: 'Withdraw a change request',
      description: 'For its author, and who may approve it.',
      answer: changeRequestAnswer,
    }),
  },
);
