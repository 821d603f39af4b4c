import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { auditPageAnswer } from '@/lib/schemas/openapi/audit-answers';
import { listAudit } from '@/lib/services/audit/list';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route('/api/admin/projects/{project}/audit', {
  GET: inProject(listAudit, {
    summary: 'List what was done, newest first',
    description: '`from` is included, `to` is not.',
    answer: auditPageAnswer,
  }),
});
