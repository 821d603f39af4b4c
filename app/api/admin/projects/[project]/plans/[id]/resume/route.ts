import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { planAnswer } from '@/lib/schemas/openapi/plan-answers';
import { resumePlan } from '@/lib/services/plans/resume';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route(
  '/api/admin/projects/{project}/plans/{id}/resume',
  {
    POST: inProject(resumePlan, {
      summary: 'Resume a rollout plan',
      description: 'Goes on with what was left of its step. Idempotent.',
      answer: planAnswer,
      example: { comment: 'All is well' },
    }),
  },
);
