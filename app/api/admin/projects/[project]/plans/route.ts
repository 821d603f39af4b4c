import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { planAnswer, planPageAnswer } from '@/lib/schemas/openapi/plan-answers';
import { createPlan } from '@/lib/services/plans/create';
import { listPlans } from '@/lib/services/plans/list';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route('/api/admin/projects/{project}/plans', {
  GET: inProject(listPlans, {
    summary: 'List the rollout plans',
    description: 'Newest first.',
    answer: planPageAnswer,
  }),
  POST: inProject(createPlan, {
    summary: 'Create a rollout plan',
    description:
      'A draft: nothing changes before it is started. `strategy` is an object, or its name with its fields beside the ' +
      'others. `environment` is that of the steps that name none. Percentages are whole percents, 0 to 100; durations ' +
      'are such as `90m`, `12h`, `3d` or `2w`. A signal that was never posted is a warning here and refused at the start.',
    answer: planAnswer,
    created: 'id',
    example: {
      flag: 'new-checkout',
      environment: 'production',
      name: 'New checkout for everybody',
      strategy: {
        strategy: 'staged-rollout',
        phases: [
          { percentage: 5, duration: '3d', targetGroups: ['internal-testers'] },
          { percentage: 50, duration: '7d', requiredMetrics: { errorRate: { operator: 'lessThan', value: 0.01 } } },
          { percentage: 100 },
        ],
        guardrails: [{ signal: 'errorRate', operator: 'greaterThan', value: 0.02, onBreach: 'rollBack' }],
      },
    },
  }),
});
