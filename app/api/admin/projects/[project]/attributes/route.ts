import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { attributeListAnswer } from '@/lib/schemas/openapi/subject-answers';
import { listAttributes } from '@/lib/services/attributes/list';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route('/api/admin/projects/{project}/attributes', {
  GET: inProject(listAttributes, { summary: 'List attribute definitions', answer: attributeListAnswer }),
});
