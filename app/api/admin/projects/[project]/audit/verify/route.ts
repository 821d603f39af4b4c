import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { chainVerdictAnswer } from '@/lib/schemas/openapi/audit-answers';
import { verifyAudit } from '@/lib/services/audit/verify';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route('/api/admin/projects/{project}/audit/verify', {
  GET: inProject(verifyAudit, {
    summary: 'Verify the audit chain',
    description: 'Finds edited, removed, reordered and cut-off entries.',
    answer: chainVerdictAnswer,
  }),
});
