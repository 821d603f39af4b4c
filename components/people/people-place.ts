import type { FlagEnvironment } from '@/components/flag-page/flag-page-types';
import type { OnboardingView } from '@/lib/services/onboarding/types';

/** Where one looks at people, and what their stages, milestones and roles are called. */
export interface PeoplePlace {
  project: string;
  environment: FlagEnvironment;
  onboarding: OnboardingView;
}

/** The address of a subject's page. */
export const subjectPath = ({ project, environment }: Pick<PeoplePlace, 'project' | 'environment'>, key: string) =>
  `/p/${project}/people/${encodeURIComponent(key)}?env=${encodeURIComponent(environment.key)}`;
