import { checkOnboarding } from '@/lib/changes/check-onboarding';
import { constantProblem } from '@/lib/schemas/constant';
import { issuesOf } from '@/lib/schemas/issues';
import { onboardingPutSchema } from '@/lib/schemas/onboarding';
import type { OnboardingContent } from './onboarding-draft';

export interface OnboardingIssue {
  path: string;
  group: 'issue' | 'shape';
  code: string;
  /** English, for codes that a catalogue lacks. */
  message: string;
  params: Record<string, string | number>;
}

/** Everything wrong with an onboarding that can be told without the server: its shape, then its meaning. */
export function checkOnboardingDraft(content: OnboardingContent): OnboardingIssue[] {
  const shape = onboardingPutSchema.safeParse(content);
  if (!shape.success) {
    return issuesOf(shape.error).map(({ params = {}, ...rest }) => ({ ...rest, params, group: 'shape' as const }));
  }
  return checkOnboarding(content, constantProblem).map(({ path, code, message, params }) => ({
    path,
    code,
    message,
    params,
    group: 'issue' as const,
  }));
}
