import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { planAnswer } from '@/lib/schemas/openapi/plan-answers';
import { rollbackPlan } from '@/lib/services/plans/rollback';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route(
  '/api/admin/projects/{project}/plans/{id}/rollback',
  {
    POST: inProject(rollbackPlan, {
      summary: 'Roll a rollout plan back',
      description: 'Its environments become what they were before it; what others changed since stays. Idempotent.',
      answer: planAnswer,
      example: { comment: 'Too many errors' },
    }),
  },
);
