import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { OnboardingSettings } from '@/components/settings/onboarding/onboarding-settings';
import { ForbiddenState } from '@/components/shared/forbidden-state';
import { getOnboarding } from '@/lib/services/onboarding/get';
import { loadConsole } from '../../load-console';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('section.onboarding') };
}

export default async function OnboardingPage({ params }: { params: Promise<{ project: string }> }) {
  const { project } = await params;
  const { ctx, environments, can } = await loadConsole(project);
  if (!can.manageSettings) return <ForbiddenState />;
  return (
    <OnboardingSettings
      project={project}
      stored={await getOnboarding(ctx, {})}
      requiresComment={environments.some(({ requireComment }) => requireComment)}
    />
  );
}
