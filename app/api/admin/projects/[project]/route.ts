import { route } from '@/lib/auth/route';
import { inInstallation } from '@/lib/http/operation';
import { projectAnswer } from '@/lib/schemas/openapi/project-answers';
import { getProject } from '@/lib/services/projects/get';
import { removeProject } from '@/lib/services/projects/remove';
import { updateProject } from '@/lib/services/projects/update';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route('/api/admin/projects/{project}', {
  GET: inInstallation(getProject, { summary: 'Get a project', params: { project: 'key' }, answer: projectAnswer }),
  PATCH: inInstallation(updateProject, {
    summary: 'Rename a project',
    params: { project: 'key' },
    answer: projectAnswer,
    example: { version: 1, name: 'Shop' },
  }),
  DELETE: inInstallation(removeProject, {
    summary: 'Delete a project',
    description: 'With all its environments, flags and segments.',
    params: { project: 'key' },
  }),
});
