import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { configurationAnswer } from '@/lib/schemas/openapi/configuration-answers';
import { revertConfiguration } from '@/lib/services/configurations/revert';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route(
  '/api/admin/projects/{project}/flags/{key}/environments/{env}/revert',
  {
    POST: inProject(revertConfiguration, {
      summary: 'Go back to a revision',
      description: 'Makes a new revision that equals an earlier one. Needs no version.',
      params: { key: 'flag' },
      answer: configurationAnswer,
      example: { to: 2 },
    }),
  },
);
