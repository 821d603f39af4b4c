import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { configurationAnswer } from '@/lib/schemas/openapi/configuration-answers';
import { enableFlag } from '@/lib/services/configurations/set-state';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route(
  '/api/admin/projects/{project}/flags/{key}/environments/{env}/enable',
  {
    POST: inProject(enableFlag, {
      summary: 'Turn a flag on',
      description: 'Idempotent. A killed flag must be revived first: 422.',
      params: { key: 'flag' },
      answer: configurationAnswer,
    }),
  },
);
