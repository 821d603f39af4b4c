import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { configurationAnswer } from '@/lib/schemas/openapi/configuration-answers';
import { followDefault } from '@/lib/services/configurations/set-state';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route(
  '/api/admin/projects/{project}/flags/{key}/environments/{env}/follow-default',
  {
    POST: inProject(followDefault, {
      summary: 'Follow the code default',
      description: 'Clears the state that was set; 409 when none is.',
      params: { key: 'flag' },
      answer: configurationAnswer,
    }),
  },
);
