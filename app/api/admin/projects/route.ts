import { route } from '@/lib/auth/route';
import { inInstallation } from '@/lib/http/operation';
import { projectAnswer, projectPageAnswer } from '@/lib/schemas/openapi/project-answers';
import { createProject } from '@/lib/services/projects/create';
import { listProjects } from '@/lib/services/projects/list';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route('/api/admin/projects', {
  GET: inInstallation(listProjects, { summary: 'List the projects one may see', answer: projectPageAnswer }),
  POST: inInstallation(createProject, {
    summary: 'Create a project',
    description: 'With the environments `development`, `staging` and `production`, which is protected.',
    answer: projectAnswer,
    created: 'key',
    example: { key: 'web-shop', name: 'Web shop' },
  }),
});
