import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { membershipAnswer } from '@/lib/schemas/openapi/membership-answers';
import { getMembership } from '@/lib/services/memberships/get';
import { removeMembership } from '@/lib/services/memberships/remove';
import { updateMembership } from '@/lib/services/memberships/update';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route(
  '/api/admin/projects/{project}/flags/{key}/memberships/{id}',
  {
    GET: inProject(getMembership, {
      summary: 'Get a membership',
      params: { key: 'flag' },
      answer: membershipAnswer,
    }),
    PATCH: inProject(updateMembership, {
      summary: 'Change a membership',
      description: 'Its window, variant or note; what is left out stays. An empty note takes it away.',
      params: { key: 'flag' },
      query: ['environment'],
      answer: membershipAnswer,
      example: { version: 1, endDate: '2026-04-30' },
    }),
    DELETE: inProject(removeMembership, {
      summary: 'Remove a membership',
      params: { key: 'flag' },
      query: ['environment', 'comment'],
    }),
  },
);
