import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { configurationAnswer } from '@/lib/schemas/openapi/configuration-answers';
import { killFlag } from '@/lib/services/configurations/set-state';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route(
  '/api/admin/projects/{project}/flags/{key}/environments/{env}/kill',
  {
    POST: inProject(killFlag, {
      summary: 'Kill a flag',
      description: 'The emergency stop: everybody gets the off variant at once. Needs no comment.',
      params: { key: 'flag' },
      answer: configurationAnswer,
    }),
  },
);
