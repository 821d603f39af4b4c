import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { configurationAnswer } from '@/lib/schemas/openapi/configuration-answers';
import { getConfiguration } from '@/lib/services/configurations/get';
import { replaceConfiguration } from '@/lib/services/configurations/replace';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route(
  '/api/admin/projects/{project}/flags/{key}/environments/{env}',
  {
    GET: inProject(getConfiguration, {
      summary: 'Get a configuration',
      params: { key: 'flag' },
      answer: configurationAnswer,
    }),
    PUT: inProject(replaceConfiguration, {
      summary: 'Replace a configuration',
      description: 'What GET answers may be sent back unchanged; `killed` must be what is stored.',
      params: { key: 'flag' },
      answer: configurationAnswer,
      example: {
        version: 1,
        state: 'on',
        offVariant: 'off',
        targets: [],
        prerequisites: [],
        rules: [
          {
            name: 'Internal testers',
            operator: 'AND',
            conditions: [{ attribute: 'groups', operator: 'contains', value: 'internal-testers' }],
            serve: { variant: 'on' },
          },
        ],
        default: {
          split: [
            { variant: 'on', weight: 25_000 },
            { variant: 'off', weight: 75_000 },
          ],
        },
      },
    }),
  },
);
