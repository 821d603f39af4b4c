import { route } from '@/lib/auth/route';
import { inProject } from '@/lib/http/operation';
import { onboardingAnswer } from '@/lib/schemas/openapi/onboarding-answers';
import { getOnboarding } from '@/lib/services/onboarding/get';
import { updateOnboarding } from '@/lib/services/onboarding/update';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = route('/api/admin/projects/{project}/onboarding', {
  GET: inProject(getOnboarding, { summary: 'Get the stages, milestones and subject roles', answer: onboardingAnswer }),
  PUT: inProject(updateOnboarding, {
    summary: 'Replace the stages, milestones and subject roles',
    description:
      'They are the project’s, and hold in all environments. A milestone is a group of conditions, as a rule has, over what is stored of a subject; it is reached once, and may enter a stage. A stage that subjects are in cannot be removed.',
    answer: onboardingAnswer,
    example: {
      version: 1,
      stages: [{ key: 'signup_complete', name: 'Signed up' }, { key: 'active' }],
      milestones: [
        {
          key: 'power_user',
          name: 'Power user',
          conditions: [{ attribute: 'counters.report_created', operator: 'greaterOrEqual', value: 3 }],
          stage: 'active',
        },
      ],
      roles: ['employee', 'manager', 'admin'],
    },
  }),
});
