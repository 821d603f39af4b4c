import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { flagAnswer } from '@/lib/schemas/openapi/flag-answers';
import { getFlag } from '@/lib/services/flags/get';
import { removeFlag } from '@/lib/services/flags/remove';
import { updateFlag } from '@/lib/services/flags/update';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route('/api/admin/projects/{project}/flags/{key}', {
  GET: inProject(getFlag, { summary: 'Get a flag', answer: flagAnswer }),
  PATCH: inProject(updateFlag, {
    summary: 'Change what a flag is',
    description: 'The type and the salt stay. Reaches every environment in which the flag is not off.',
    answer: flagAnswer,
    example: { version: 1, name: 'Checkout, new', clientVisible: true },
  }),
  DELETE: inProject(removeFlag, {
    summary: 'Delete a flag',
    description: 'It must be archived first, and used nowhere: otherwise 422 lists where.',
    query: ['comment'],
  }),
});
