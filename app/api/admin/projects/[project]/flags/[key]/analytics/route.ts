import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { analyticsAnswer } from '@/lib/schemas/openapi/audit-answers';
import { getAnalytics } from '@/lib/services/analytics/get';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route(
  '/api/admin/projects/{project}/flags/{key}/analytics',
  {
    GET: inProject(getAnalytics, {
      summary: 'Evaluations per variant over time',
      params: { key: 'flag' },
      answer: analyticsAnswer,
    }),
  },
);
