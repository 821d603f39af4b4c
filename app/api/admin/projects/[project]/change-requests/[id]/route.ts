import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { changeRequestDetailAnswer } from '@/lib/schemas/openapi/change-request-answers';
import { getChangeRequest } from '@/lib/services/approvals/get';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route(
  '/api/admin/projects/{project}/change-requests/{id}',
  {
    GET: inProject(getChangeRequest, {
      summary: 'Get a change request',
      description: 'With its discussion, and what applying it would change now. The id may be its number.',
      answer: changeRequestDetailAnswer,
    }),
  },
);
