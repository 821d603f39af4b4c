import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { ruleAnswer, ruleListAnswer } from '@/lib/schemas/openapi/configuration-answers';
import { addRule } from '@/lib/services/configurations/add-rule';
import { listRules } from '@/lib/services/configurations/list-rules';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route(
  '/api/admin/projects/{project}/flags/{key}/environments/{env}/rules',
  {
    GET: inProject(listRules, { summary: 'List the rules', params: { key: 'flag' }, answer: ruleListAnswer }),
    POST: inProject(addRule, {
      summary: 'Add a rule',
      description: 'Needs no version. Goes last, or before the rule named in `before`.',
      params: { key: 'flag' },
      answer: ruleAnswer,
      created: 'id',
      example: {
        name: 'Premium',
        operator: 'AND',
        conditions: [{ attribute: 'plan', operator: 'equals', value: 'premium' }],
      },
    }),
  },
);
