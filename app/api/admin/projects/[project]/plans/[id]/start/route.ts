import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { planAnswer } from '@/lib/schemas/openapi/plan-answers';
import { startPlan } from '@/lib/services/plans/start';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route(
  '/api/admin/projects/{project}/plans/{id}/start',
  {
    POST: inProject(startPlan, {
      summary: 'Start a rollout plan',
      description:
        'Its first step is in force at once. In environments that want approvals it is approved once, as a whole. Refused ' +
        'while it names a signal that was never posted. Idempotent.',
      answer: planAnswer,
      example: { comment: 'Ready to go' },
    }),
  },
);
