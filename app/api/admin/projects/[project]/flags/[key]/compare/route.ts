import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { compareAnswer } from '@/lib/schemas/openapi/configuration-answers';
import { compareEnvironments } from '@/lib/services/configurations/compare';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route(
  '/api/admin/projects/{project}/flags/{key}/compare',
  {
    GET: inProject(compareEnvironments, {
      summary: 'Compare two environments',
      description: 'The instructions that would make `to` as `from` is, and the same in sentences.',
      params: { key: 'flag' },
      answer: compareAnswer,
    }),
  },
);
