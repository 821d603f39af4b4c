import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { environmentAnswer } from '@/lib/schemas/openapi/project-answers';
import { getEnvironment } from '@/lib/services/environments/get';
import { removeEnvironment } from '@/lib/services/environments/remove';
import { updateEnvironment } from '@/lib/services/environments/update';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route(
  '/api/admin/projects/{project}/environments/{env}',
  {
    GET: inProject(getEnvironment, {
      summary: 'Get an environment',
      params: { env: 'key' },
      answer: environmentAnswer,
    }),
    PATCH: inProject(updateEnvironment, {
      summary: 'Change an environment',
      params: { env: 'key' },
      answer: environmentAnswer,
      example: { version: 1, requireComment: true },
    }),
    DELETE: inProject(removeEnvironment, { summary: 'Delete an environment', params: { env: 'key' } }),
  },
);
