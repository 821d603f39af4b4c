import { updateOnboarding } from '@/lib/actions/onboarding';

/** The writes to a project's onboarding. */
export const onboardingActions = (project: string) => ({
  update: (input: unknown) => updateOnboarding(project, input),
});
