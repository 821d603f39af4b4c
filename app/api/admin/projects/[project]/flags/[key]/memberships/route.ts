import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { membershipAnswer, membershipPageAnswer } from '@/lib/schemas/openapi/membership-answers';
import { createMembership } from '@/lib/services/memberships/create';
import { listMemberships } from '@/lib/services/memberships/list';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route(
  '/api/admin/projects/{project}/flags/{key}/memberships',
  {
    GET: inProject(listMemberships, {
      summary: 'List a flag’s memberships in an environment',
      description: 'By start.',
      params: { key: 'flag' },
      answer: membershipPageAnswer,
    }),
    POST: inProject(createMembership, {
      summary: 'Add a membership',
      description:
        'Of a subject or a tenant. Dates are whole days in `timezone` (UTC unless it is named), both included; ' +
        'instants are half-open. A boolean flag’s true variant unless one is named.',
      params: { key: 'flag' },
      query: ['environment'],
      answer: membershipAnswer,
      created: 'id',
      example: { subject: 'u1', startDate: '2026-03-02', endDate: '2026-03-31', timezone: 'Europe/Berlin' },
    }),
  },
);
