import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { membershipPageAnswer } from '@/lib/schemas/openapi/membership-answers';
import { listSubjectMemberships } from '@/lib/services/memberships/list-of-subject';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route(
  '/api/admin/projects/{project}/subjects/{targetingKey}/memberships',
  {
    GET: inProject(listSubjectMemberships, {
      summary: 'List a subject’s own memberships',
      description: 'Of all flags in an environment, by start; those of its tenant are not among them.',
      answer: membershipPageAnswer,
    }),
  },
);
