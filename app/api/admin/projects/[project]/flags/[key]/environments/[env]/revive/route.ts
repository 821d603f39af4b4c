import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { configurationAnswer } from '@/lib/schemas/openapi/configuration-answers';
import { reviveFlag } from '@/lib/services/configurations/set-state';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route(
  '/api/admin/projects/{project}/flags/{key}/environments/{env}/revive',
  {
    POST: inProject(reviveFlag, {
      summary: 'Revive a killed flag',
      description: 'Idempotent.',
      params: { key: 'flag' },
      answer: configurationAnswer,
    }),
  },
);
