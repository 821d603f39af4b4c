import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { planAnswer } from '@/lib/schemas/openapi/plan-answers';
import { advancePlan } from '@/lib/services/plans/advance';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route(
  '/api/admin/projects/{project}/plans/{id}/advance',
  {
    POST: inProject(advancePlan, {
      summary: 'Advance a rollout plan',
      description:
        'To the next step without waiting for its time; gates must be met unless `force` passes them with a comment. With ' +
        '`step`, the index of the step it is at, a repeated call advances no further.',
      answer: planAnswer,
      example: { step: 0 },
    }),
  },
);
