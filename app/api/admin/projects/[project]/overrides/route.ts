import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { overridePageAnswer } from '@/lib/schemas/openapi/tenant-answers';
import { listOverrides } from '@/lib/services/overrides/list';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route('/api/admin/projects/{project}/overrides', {
  GET: inProject(listOverrides, { summary: 'List overrides in force', answer: overridePageAnswer }),
});
