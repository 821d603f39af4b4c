import { z } from 'zod';
import { defineRead } from '../define-verb';
import { readOnboarding } from './read';
import type { OnboardingView } from './types';

export const getOnboarding = defineRead({
  verbName: 'onboarding.get',
  input: z.object({}),
  permission: 'flag.view',
  run: ({ db, scope }): Promise<OnboardingView> => readOnboarding(db, scope.projectId),
});
