import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { ruleAnswer } from '@/lib/schemas/openapi/configuration-answers';
import { removeRule } from '@/lib/services/configurations/remove-rule';
import { replaceRule } from '@/lib/services/configurations/replace-rule';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route(
  '/api/admin/projects/{project}/flags/{key}/environments/{env}/rules/{id}',
  {
    PUT: inProject(replaceRule, {
      summary: 'Replace a rule',
      description: 'The version is that of the configuration.',
      params: { key: 'flag' },
      answer: ruleAnswer,
      example: {
        version: 2,
        name: 'Premium',
        operator: 'AND',
        conditions: [{ attribute: 'plan', operator: 'equals', value: 'premium' }],
      },
    }),
    DELETE: inProject(removeRule, {
      summary: 'Remove a rule',
      description: 'The version is that of the configuration.',
      params: { key: 'flag' },
      query: ['comment'],
    }),
  },
);
