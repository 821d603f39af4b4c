import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { changeRequestAnswer } from '@/lib/schemas/openapi/change-request-answers';
import { applyRequest } from '@/lib/services/approvals/apply-request';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route(
  '/api/admin/projects/{project}/change-requests/{id}/apply',
  {
    POST: inProject(applyRequest, {
      summary: 'Apply an approved change request',
      description: 'All of it or nothing. With at it is applied then, once approved; null takes the time away.',
      answer: changeRequestAnswer,
      example: { at: '2027-01-04T08:00:00Z' },
    }),
  },
);
