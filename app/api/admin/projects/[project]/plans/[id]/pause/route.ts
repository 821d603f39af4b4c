import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { planAnswer } from '@/lib/schemas/openapi/plan-answers';
import { pausePlan } from '@/lib/services/plans/pause';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route(
  '/api/admin/projects/{project}/plans/{id}/pause',
  {
    POST: inProject(pausePlan, {
      summary: 'Pause a rollout plan',
      description: 'What it made stays, and its time stands still. Idempotent.',
      answer: planAnswer,
      example: { comment: 'Looking into it' },
    }),
  },
);
