import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { planAnswer } from '@/lib/schemas/openapi/plan-answers';
import { getPlan } from '@/lib/services/plans/get';
import { removePlan } from '@/lib/services/plans/remove';
import { updatePlan } from '@/lib/services/plans/update';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route('/api/admin/projects/{project}/plans/{id}', {
  GET: inProject(getPlan, { summary: 'Get a rollout plan', answer: planAnswer }),
  PATCH: inProject(updatePlan, {
    summary: 'Change a rollout plan',
    description:
      'A draft, or what is still to come of a paused one: the steps that were applied stay as they are. What is left ' +
      'out stays.',
    answer: planAnswer,
    example: { version: 1, name: 'New checkout, slowly' },
  }),
  DELETE: inProject(removePlan, {
    summary: 'Delete a rollout plan',
    description: 'One that is not under way; what it made of the flag stays.',
    query: [],
  }),
});
