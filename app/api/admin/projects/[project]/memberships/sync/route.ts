import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { syncReportAnswer } from '@/lib/schemas/openapi/group-answers';
import { syncMemberships } from '@/lib/services/memberships/sync';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route(
  '/api/admin/projects/{project}/memberships/sync',
  {
    POST: inProject(syncMemberships, {
      summary: 'Synchronise groups now',
      description:
        'Brings the copies of flags’ groups up to date: of everything, of one environment, or of one flag. Only ' +
        'differences are written, so that it may be called at any time. No evaluation waits for it.',
      answer: syncReportAnswer,
      example: { environment: 'production' },
    }),
  },
);
