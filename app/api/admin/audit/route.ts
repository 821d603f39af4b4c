import { route } from '@/lib/auth/route';
import { inInstallation } from '@/lib/http/operation';
import { auditPageAnswer } from '@/lib/schemas/openapi/audit-answers';
import { listInstallationAudit } from '@/lib/services/audit/list-installation';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route('/api/admin/audit', {
  GET: inInstallation(listInstallationAudit, {
    summary: 'List what was done to users, roles and projects',
    answer: auditPageAnswer,
  }),
});
