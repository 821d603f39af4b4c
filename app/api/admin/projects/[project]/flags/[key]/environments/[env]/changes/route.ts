import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { changeAnswer } from '@/lib/schemas/openapi/configuration-answers';
import { changeConfiguration } from '@/lib/services/configurations/change';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route(
  '/api/admin/projects/{project}/flags/{key}/environments/{env}/changes',
  {
    POST: inProject(changeConfiguration, {
      summary: 'Apply instructions',
      description:
        'With `dryRun` nothing is stored: the answer is what would be, in sentences. With `at`, an instant with offset ' +
        'or a local time in UTC, it is made then: 202 with the schedule.',
      params: { key: 'flag' },
      answer: changeAnswer,
      example: {
        version: 1,
        instructions: [{ kind: 'turnOn' }, { kind: 'setDefault', default: { variant: 'on' } }],
        comment: 'Everyone gets it',
      },
    }),
  },
);
