import { notFound } from 'next/navigation';
import { toFlagEnvironments } from '@/components/flag-page/to-flag-environments';
import { TargetingTab } from '@/components/targeting/targeting-tab';
import { getConfiguration } from '@/lib/services/configurations/get';
import { chooseEnvironment, loadConsole } from '../../../load-console';
import { loadFlag } from '../load-flag';

interface TargetingPageProps {
  params: Promise<{ project: string; flagKey: string }>;
  searchParams: Promise<{ env?: string | string[] }>;
}

export default async function TargetingPage({ params, searchParams }: TargetingPageProps) {
  const { project, flagKey } = await params;
  const { ctx, environments, can } = await loadConsole(project);
  const environment = chooseEnvironment(environments, (await searchParams).env);
  if (!environment) notFound();
  const flag = await loadFlag(project, flagKey);
  const place = { flag: flag.key, environment: environment.key };
  const configuration = await getConfiguration(ctx, place);
  return (
    <TargetingTab
      key={environment.key}
      project={project}
      flag={flag}
      environment={environment.key}
      environments={toFlagEnvironments(environments, can)}
      initial={configuration}
    />
  );
}
