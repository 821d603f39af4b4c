import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { changeRequestAnswer } from '@/lib/schemas/openapi/change-request-answers';
import { requestChanges } from '@/lib/services/approvals/decide';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route(
  '/api/admin/projects/{project}/change-requests/{id}/request-changes',
  {
    POST: inProject(requestChanges, {
      summary: 'Ask for a change request to be changed',
      description: 'Takes back an approval given before. Needs a comment.',
      answer: changeRequestAnswer,
      example: { comment: 'Only for beta testers, please' },
    }),
  },
);
