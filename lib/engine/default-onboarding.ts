import type { OnboardingBody } from './types';

/** What a project has until it says otherwise. A ruleset without the item `onboarding` means this. */
export const DEFAULT_ONBOARDING: OnboardingBody = {
  v: 1,
  stages: ['signup_complete', 'email_verified', 'profile_setup', 'active'],
  roles: ['employee', 'manager', 'admin'],
};
