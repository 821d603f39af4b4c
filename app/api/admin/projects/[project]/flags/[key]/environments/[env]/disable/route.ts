import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { configurationAnswer } from '@/lib/schemas/openapi/configuration-answers';
import { disableFlag } from '@/lib/services/configurations/set-state';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route(
  '/api/admin/projects/{project}/flags/{key}/environments/{env}/disable',
  {
    POST: inProject(disableFlag, {
      summary: 'Turn a flag off',
      description: 'Idempotent.',
      params: { key: 'flag' },
      answer: configurationAnswer,
    }),
  },
);
