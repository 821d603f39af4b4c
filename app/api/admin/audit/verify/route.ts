import { route } from '@/lib/auth/route';
import { inInstallation } from '@/lib/http/operation';
import { chainVerdictAnswer } from '@/lib/schemas/openapi/audit-answers';
import { verifyInstallationAudit } from '@/lib/services/audit/verify-installation';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route('/api/admin/audit/verify', {
  GET: inInstallation(verifyInstallationAudit, {
    summary: 'Verify the audit chain of the installation',
    answer: chainVerdictAnswer,
  }),
});
