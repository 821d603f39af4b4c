import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { configurationAnswer } from '@/lib/schemas/openapi/configuration-answers';
import { getRevision } from '@/lib/services/configurations/get-revision';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route(
  '/api/admin/projects/{project}/flags/{key}/environments/{env}/revisions/{version}',
  {
    GET: inProject(getRevision, {
      summary: 'Get the configuration as it was',
      params: { key: 'flag' },
      answer: configurationAnswer,
    }),
  },
);
