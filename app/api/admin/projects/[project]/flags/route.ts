import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { flagAnswer, flagPageAnswer } from '@/lib/schemas/openapi/flag-answers';
import { createFlag } from '@/lib/services/flags/create';
import { listFlags } from '@/lib/services/flags/list';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route('/api/admin/projects/{project}/flags', {
  GET: inProject(listFlags, {
    summary: 'List flags',
    description:
      '`q` is free text and terms: `tag:checkout env:production state:on|off|default|killed owner:ana kind:release ' +
      'type:boolean stale:true archived:true`.',
    answer: flagPageAnswer,
  }),
  POST: inProject(createFlag, {
    summary: 'Create a flag',
    description:
      'It is off in every environment. A boolean flag gets the variants `on` and `off` unless some are given.',
    answer: flagAnswer,
    created: 'key',
    example: { key: 'new-checkout', name: 'New checkout', type: 'boolean', tags: ['checkout'] },
  }),
});
