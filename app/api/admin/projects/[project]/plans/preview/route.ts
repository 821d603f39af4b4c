import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { planPreviewAnswer } from '@/lib/schemas/openapi/plan-answers';
import { previewPlan } from '@/lib/services/plans/preview';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route('/api/admin/projects/{project}/plans/preview', {
  POST: inProject(previewPlan, {
    summary: 'See what a plan would do',
    description: 'Had it been started now: the dates of its steps, and what each changes. Stores nothing.',
    answer: planPreviewAnswer,
    example: {
      flag: 'new-checkout',
      environment: 'production',
      strategy: { strategy: 'role-based', includedRoles: ['admin'], excludedRoles: ['guest'] },
    },
  }),
});
