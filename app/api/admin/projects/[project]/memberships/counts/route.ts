import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { membershipCountsAnswer } from '@/lib/schemas/openapi/group-answers';
import { countMemberships } from '@/lib/services/memberships/counts';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route(
  '/api/admin/projects/{project}/memberships/counts',
  {
    GET: inProject(countMemberships, {
      summary: 'Count the memberships of an environment',
      description: 'Of one flag, if it is named. `members` is what synchronisation copied last.',
      answer: membershipCountsAnswer,
    }),
  },
);
