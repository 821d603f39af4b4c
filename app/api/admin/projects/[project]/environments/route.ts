import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { environmentAnswer, environmentPageAnswer } from '@/lib/schemas/openapi/project-answers';
import { createEnvironment } from '@/lib/services/environments/create';
import { listEnvironments } from '@/lib/services/environments/list';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route('/api/admin/projects/{project}/environments', {
  GET: inProject(listEnvironments, { summary: 'List environments', answer: environmentPageAnswer }),
  POST: inProject(createEnvironment, {
    summary: 'Create an environment',
    description: 'Every flag of the project gets a configuration there, off.',
    answer: environmentAnswer,
    created: 'key',
    example: { key: 'qa', name: 'QA' },
  }),
});
