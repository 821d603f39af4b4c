import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { revisionPageAnswer } from '@/lib/schemas/openapi/configuration-answers';
import { listRevisions } from '@/lib/services/configurations/list-revisions';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route(
  '/api/admin/projects/{project}/flags/{key}/environments/{env}/revisions',
  {
    GET: inProject(listRevisions, {
      summary: 'List the revisions, newest first',
      params: { key: 'flag' },
      answer: revisionPageAnswer,
    }),
  },
);
