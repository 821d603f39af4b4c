import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { EnvironmentSettings } from '@/components/settings/environments/environment-settings';
import { ForbiddenState } from '@/components/shared/forbidden-state';
import { loadConsole } from '../../load-console';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('section.environments') };
}

export default async function EnvironmentsPage({ params }: { params: Promise<{ project: string }> }) {
  const { project } = await params;
  const { environments, can } = await loadConsole(project);
  if (!can.manageSettings) return <ForbiddenState />;
  const renewable = environments.map(({ key }) => key).filter((key) => can.environments[key]?.renewSecret);
  return <EnvironmentSettings project={project} environments={environments} renewable={renewable} />;
}
