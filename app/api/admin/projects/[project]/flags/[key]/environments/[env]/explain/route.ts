import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { explainAnswer } from '@/lib/schemas/openapi/configuration-answers';
import { explainFlag } from '@/lib/services/configurations/explain';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route(
  '/api/admin/projects/{project}/flags/{key}/environments/{env}/explain',
  {
    POST: inProject(explainFlag, {
      summary: 'Explain a verdict',
      description: '`at` uses the items and the clock of that instant; `draft` is tried instead of what is stored.',
      params: { key: 'flag' },
      answer: explainAnswer,
      example: { context: { targetingKey: 'u1', plan: 'premium' } },
    }),
  },
);
