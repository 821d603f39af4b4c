import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { syncReportAnswer } from '@/lib/schemas/openapi/group-answers';
import { syncMembership } from '@/lib/services/memberships/sync';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route(
  '/api/admin/projects/{project}/flags/{key}/memberships/{id}/sync',
  {
    POST: inProject(syncMembership, {
      summary: 'Synchronise one membership now',
      description: 'Also one that was removed, while its place in the group is still there.',
      params: { key: 'flag' },
      query: ['environment'],
      answer: syncReportAnswer,
    }),
  },
);
